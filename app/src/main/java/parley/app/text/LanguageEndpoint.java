package parley.app.text;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import parley.cli.lsp.Conversation;
import parley.text.Source;

/** One editor's window: messages of the protocol in, findings and answers out, within limits. */
public final class LanguageEndpoint extends Endpoint {
    private static final int LONGEST_MESSAGE = 1 << 20;
    private static final Duration IDLE = Duration.ofMinutes(15);

    /** Fast typists send a change every few hundred milliseconds; this leaves room for hover and completion. */
    private static final int MOST_MESSAGES = 400;

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final String caseId;
    private final Map<String, Source> texts;
    private final BooleanSupplier signedIn;
    private final Door door;
    private final AtomicBoolean over = new AtomicBoolean();
    private @Nullable Conversation conversation;
    private long windowBegan;
    private int inWindow;

    /**
     * Waits for the window to open.
     *
     * @param signedIn says whether the web session that opened it still lasts
     * @param door counts the windows of an account
     */
    LanguageEndpoint(String caseId, Map<String, Source> texts, BooleanSupplier signedIn, Door door) {
        this.caseId = caseId;
        this.texts = texts;
        this.signedIn = signedIn;
        this.door = door;
    }

    /** Lets so many windows in and no more. */
    interface Door {
        /** Says whether this one may come in; it leaves in either case. */
        boolean enter();

        void leave();
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        if (!door.enter()) {
            end(session, CloseReason.CloseCodes.TRY_AGAIN_LATER, "too many windows");
            return;
        }
        session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        session.setMaxBinaryMessageBufferSize(1);
        session.setMaxIdleTimeout(IDLE.toMillis());
        Conversation begun = Conversation.about(caseId, texts, message -> send(session, message));
        conversation = begun;
        session.addMessageHandler(String.class, new MessageHandler.Whole<String>() {
            @Override
            public void onMessage(String message) {
                hear(session, begun, message);
            }
        });
    }

    private void hear(Session session, Conversation begun, String message) {
        long now = System.nanoTime();
        boolean first = inWindow == 0;
        if (first || now - windowBegan > WINDOW.toNanos()) {
            windowBegan = now;
            inWindow = 0;
            // A web session that was ended, or an editor's right that was, ends the window too.
            if (!signedIn.getAsBoolean()) {
                end(session, CloseReason.CloseCodes.VIOLATED_POLICY, "signed out");
                return;
            }
        }
        if (++inWindow > MOST_MESSAGES) {
            end(session, CloseReason.CloseCodes.VIOLATED_POLICY, "too many messages");
        } else if (!begun.hear(message)) {
            end(session, CloseReason.CloseCodes.CANNOT_ACCEPT, "not a message of the protocol");
        }
    }

    private static void send(Session session, String message) {
        try {
            if (session.isOpen()) {
                session.getBasicRemote().sendText(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Session session, CloseReason.CloseCodes code, String why) {
        try {
            session.close(new CloseReason(code, why));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        over();
    }

    @Override
    public void onError(Session session, Throwable cause) {
        over();
    }

    private void over() {
        Conversation begun = conversation;
        if (over.compareAndSet(false, true)) {
            if (begun != null) {
                begun.close();
            }
            door.leave();
        }
    }
}
