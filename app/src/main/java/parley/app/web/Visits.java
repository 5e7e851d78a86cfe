package parley.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import parley.app.cases.Cases;
import parley.app.cases.Dossier;
import parley.app.cases.Known;
import parley.app.people.Membership;
import parley.app.people.Roles;
import parley.app.security.SignedIn;

/** Makes the {@link Visit} of a request; who may not read the case gets the answer of a case that is not there. */
public final class Visits implements HandlerMethodArgumentResolver {
    private static final int YEARS_AFTER = 10;

    private final Cases cases;
    private final Roles roles;
    private final InstantSource clock;

    public Visits(Cases cases, Roles roles, InstantSource clock) {
        this.cases = cases;
        this.roles = roles;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new NotFound();
        }
        SignedIn who = signedIn();
        String caseId = variable(web, "case");
        Dossier dossier = cases.dossier(who.session().account().id(), caseId);
        LocalDate today = today();
        LocalDate day = day(request.getParameter("known"), today);
        LocalDate known = day.isAfter(today) ? today : day;
        Known then = dossier.knownAt(known);
        if (then == null) {
            throw new NotFound();
        }
        List<Membership> held = roles.of(who.session().account().id()).stream()
                .filter(m -> m.caseId().equals(caseId))
                .toList();
        LocalDate on = within(then, day(request.getParameter("on"), known.equals(today) ? today : known));
        return new Visit(who.session(), who.token(), dossier, then, held, today, on, form(request));
    }

    LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Returns who asks; pages behind the sign-in have somebody. */
    public static SignedIn signedIn() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who) {
            return who;
        }
        throw new NotFound();
    }

    /** Returns the word for the forms of a page. */
    public static String form(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    private static String variable(NativeWebRequest web, String name) {
        Object variables =
                web.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return variables instanceof Map<?, ?> map && map.get(name) instanceof String value ? value : "";
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Refused("`%s` is no day. Write it like 2026-06-01.".formatted(text.strip()));
        }
    }

    /** A day before the case or long after it tells nothing; the nearest day that does is shown. */
    private static LocalDate within(Known known, LocalDate on) {
        LocalDate first = known.firstDay();
        LocalDate last = known.theCase().to().plusYears(YEARS_AFTER);
        return on.isBefore(first) ? first : on.isAfter(last) ? last : on;
    }
}
