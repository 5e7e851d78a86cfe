package parley.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A form carries the fields its page offers and no others: whoever adds `role` or `status` to one of ours learns that
 * nothing was taken from it. The fields are the parameters of the method that reads them, or stand in {@link Fields}.
 */
public final class FormFields implements HandlerInterceptor {
    /** What the frame around a form adds: the word that ties it to our pages, and the second factor shown with it. */
    public static final Set<String> OF_FRAME =
            Set.of("_form", "_code", "_challenge", "_credential", "_client", "_data", "_signature");

    /** The days looked at, which {@link Visits} reads of every address. */
    private static final Set<String> OF_VISIT = Set.of("on", "known");

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!request.getMethod().equals("POST") || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        Set<String> declared = known.computeIfAbsent(method, FormFields::declared);
        Set<String> sent = new HashSet<>(request.getParameterMap().keySet());
        if (request instanceof MultipartHttpServletRequest parts) {
            sent.addAll(parts.getFileMap().keySet());
        }
        if (sent.stream().allMatch(name -> offered(declared, name))) {
            return true;
        }
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        return false;
    }

    /** A name that ends in {@code *} stands for all that begin so. */
    private static boolean offered(Set<String> declared, String name) {
        return OF_FRAME.contains(name)
                || declared.contains(name)
                || declared.stream().anyMatch(d -> d.endsWith("*") && name.startsWith(d.substring(0, d.length() - 1)));
    }

    /** Returns the fields a method reads. */
    public static Set<String> declared(HandlerMethod method) {
        Set<String> names = new HashSet<>();
        for (MethodParameter p : method.getMethodParameters()) {
            RequestParam param = p.getParameterAnnotation(RequestParam.class);
            if (param != null && !Map.class.isAssignableFrom(p.getParameterType())) {
                names.add(
                        param.name().isEmpty() ? String.valueOf(p.getParameter().getName()) : param.name());
            }
            if (p.getParameterType() == Visit.class) {
                names.addAll(OF_VISIT);
            }
        }
        Fields more = method.getMethodAnnotation(Fields.class);
        if (more != null) {
            names.addAll(Set.of(more.value().split(" ")));
        }
        return names;
    }
}
