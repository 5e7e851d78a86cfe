package parley.app.people;

import com.webauthn4j.util.exception.WebAuthnException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import parley.app.people.Challenges.Purpose;

/**
 * Passkeys: a key in a device that opens after the device has verified its person, by fingerprint or number; one use of
 * it counts as both factors. The name and the origin it is bound to are fixed when the server starts.
 */
public final class Passkeys {
    /** As many keep somebody's devices and one spare. */
    public static final int MOST = 10;

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.RS256);
    private static final Set<String> TRANSPORTS = Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");

    private final Accounts accounts;
    private final PasskeyStore store;
    private final Challenges challenges;
    private final PublicKeyCredentialRpEntity party;
    private final Webauthn4JRelyingPartyOperations operations;

    /**
     * @param name the host name that passkeys are bound to, without port
     * @param origin the address of the site as browsers tell it, with scheme and port
     */
    public Passkeys(
            JdbcClient keeper, Accounts accounts, SealedField fields, InstantSource clock, String name, String origin) {
        this.accounts = accounts;
        this.store = new PasskeyStore(keeper, accounts, clock);
        this.challenges = new Challenges(keeper, fields, clock);
        this.party =
                PublicKeyCredentialRpEntity.builder().id(name).name("Parley").build();
        this.operations = new Webauthn4JRelyingPartyOperations(store, store, party, Set.of(origin));
    }

    /** One line of the list of own passkeys. */
    public record Line(String id, String label, Instant since, Instant used) {}

    /**
     * What a page's script asks a device with, every word of bytes in base64url.
     *
     * @param name the host name the passkey is bound to
     * @param known the passkeys to exclude when one is made, or to choose from when one is used again
     */
    public record Asked(
            String challenge,
            String name,
            String user,
            String login,
            String person,
            List<Integer> kinds,
            List<String> known) {}

    /** The answer of a device, every word in base64url. */
    public record Made(String challenge, String credential, String client, String attestation, String transports) {}

    /** The answer of a device that was asked to sign. */
    public record Signed(String challenge, String credential, String client, String data, String signature) {}

    /** Returns what a device is asked at sign-in; who asks is not known, so it tells nothing about anybody. */
    public Asked askToSignIn() {
        return asked(Purpose.SIGN_IN, NOBODY, "", "", List.of());
    }

    /** Returns what a device is asked for making a passkey. */
    public Asked askToEnrol(Account account) {
        return asked(Purpose.ENROL, account.id(), account.login(), account.name(), ids(account.id()));
    }

    /** Returns what a device is asked to show that the person is still there. */
    public Asked askAgain(Account account) {
        return asked(Purpose.AGAIN, account.id(), "", "", ids(account.id()));
    }

    private Asked asked(Purpose purpose, UUID account, String login, String person, List<String> known) {
        return new Asked(
                text(challenges.fresh(purpose, account)),
                party.getId(),
                purpose == Purpose.ENROL ? text(PasskeyStore.bytes(account).getBytes()) : "",
                login,
                person,
                ALGORITHMS.stream().map(p -> (int) p.getAlg().getValue()).toList(),
                known);
    }

    private List<String> ids(UUID account) {
        return store.findByUserId(PasskeyStore.bytes(account)).stream()
                .map(c -> c.getCredentialId().toBase64UrlString())
                .toList();
    }

    /** Returns the passkeys of an account, oldest first. */
    public List<Line> of(UUID account) {
        return store.findByUserId(PasskeyStore.bytes(account)).stream()
                .map(c -> new Line(
                        c.getCredentialId().toBase64UrlString(), c.getLabel(), c.getCreated(), c.getLastUsed()))
                .toList();
    }

    /** Keeps a passkey that a device made for the account; false if the answer is not one to what we asked. */
    public boolean enrol(Account account, Made made, String label) {
        byte[] challenge = bytes(made.challenge());
        if (ids(account.id()).size() >= MOST || !challenges.use(Purpose.ENROL, account.id(), challenge)) {
            return false;
        }
        var options = PublicKeyCredentialCreationOptions.builder()
                .rp(party)
                .user(PasskeyStore.entity(account))
                .challenge(new Bytes(challenge))
                .pubKeyCredParams(ALGORITHMS)
                .timeout(TIMEOUT)
                .excludeCredentials(List.of())
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .build();
        try {
            var response = AuthenticatorAttestationResponse.builder()
                    .clientDataJSON(new Bytes(bytes(made.client())))
                    .attestationObject(new Bytes(bytes(made.attestation())))
                    .transports(transports(made.transports()))
                    .build();
            operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    options, new RelyingPartyPublicKey(credential(made.credential(), response), label)));
            return true;
        } catch (WebAuthnException | IllegalArgumentException e) {
            return false;
        }
    }

    private static List<AuthenticatorTransport> transports(String words) {
        return Arrays.stream(words.split(" "))
                .filter(TRANSPORTS::contains)
                .map(AuthenticatorTransport::valueOf)
                .toList();
    }

    /** Returns whose passkey answered at sign-in, or {@code null} if the answer is wrong in whatever way. */
    public @Nullable Account signIn(Signed signed) {
        UUID account = verified(Purpose.SIGN_IN, NOBODY, signed);
        return account == null ? null : accounts.byId(account);
    }

    /** Says whether the person of the account has just used one of its passkeys. */
    public boolean again(UUID account, Signed signed) {
        return account.equals(verified(Purpose.AGAIN, account, signed));
    }

    private @Nullable UUID verified(Purpose purpose, UUID asked, Signed signed) {
        byte[] challenge = bytes(signed.challenge());
        if (!challenges.use(purpose, asked, challenge)) {
            return null;
        }
        var options = PublicKeyCredentialRequestOptions.builder()
                .challenge(new Bytes(challenge))
                .rpId(party.getId())
                .timeout(TIMEOUT)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
        try {
            var response = AuthenticatorAssertionResponse.builder()
                    .clientDataJSON(new Bytes(bytes(signed.client())))
                    .authenticatorData(new Bytes(bytes(signed.data())))
                    .signature(new Bytes(bytes(signed.signature())))
                    .build();
            PublicKeyCredentialUserEntity user = operations.authenticate(
                    new RelyingPartyAuthenticationRequest(options, credential(signed.credential(), response)));
            return user == null ? null : PasskeyStore.account(user.getId());
        } catch (WebAuthnException | IllegalArgumentException e) {
            return null;
        }
    }

    private static <R extends org.springframework.security.web.webauthn.api.AuthenticatorResponse>
            PublicKeyCredential<R> credential(String id, R response) {
        PublicKeyCredential.PublicKeyCredentialBuilder<R> credential = PublicKeyCredential.builder();
        credential.id(id);
        credential.rawId(new Bytes(bytes(id)));
        credential.type(PublicKeyCredentialType.PUBLIC_KEY);
        credential.response(response);
        return credential.build();
    }

    /** Removes a passkey of the account; false if it has no such one. */
    public boolean remove(UUID account, String id) {
        CredentialRecord found = store.findByCredentialId(new Bytes(bytes(id)));
        if (found == null || !found.getUserEntityUserId().equals(PasskeyStore.bytes(account))) {
            return false;
        }
        store.delete(found.getCredentialId());
        return true;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is no base64url was made by no script of ours: it verifies as little as nothing at all. */
    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
