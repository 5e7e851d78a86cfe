package parley.app.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts answers by class of status and by how long they took; no path and no name is kept. */
final class Timings extends OncePerRequestFilter {
    /** Upper bounds of the classes in milliseconds; the last class has none. */
    static final long[] BOUNDS_MILLIS = {5, 10, 25, 50, 100, 250, 500, 1000, 2500};

    private static final int CLASSES = 6;

    private final AtomicLongArray byTime = new AtomicLongArray(BOUNDS_MILLIS.length + 1);
    private final AtomicLongArray byStatus = new AtomicLongArray(CLASSES);
    private final LongAdder nanos = new LongAdder();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            long took = System.nanoTime() - began;
            nanos.add(took);
            int bucket = 0;
            while (bucket < BOUNDS_MILLIS.length && took > BOUNDS_MILLIS[bucket] * 1_000_000) {
                bucket++;
            }
            byTime.incrementAndGet(bucket);
            byStatus.incrementAndGet(Math.min(CLASSES - 1, response.getStatus() / 100));
        }
    }

    /** Writes the figures. */
    void write(StringBuilder out) {
        out.append("# TYPE parley_requests_total counter\n");
        for (int i = 1; i < CLASSES; i++) {
            out.append("parley_requests_total{status=\"%dxx\"} %d\n".formatted(i, byStatus.get(i)));
        }
        out.append("# TYPE parley_request_seconds histogram\n");
        long sum = 0;
        for (int i = 0; i < BOUNDS_MILLIS.length; i++) {
            sum += byTime.get(i);
            out.append("parley_request_seconds_bucket{le=\"%s\"} %d\n".formatted(BOUNDS_MILLIS[i] / 1000.0, sum));
        }
        sum += byTime.get(BOUNDS_MILLIS.length);
        out.append("parley_request_seconds_bucket{le=\"+Inf\"} %d\n".formatted(sum));
        out.append("parley_request_seconds_sum %s\n".formatted(nanos.sum() / 1e9));
        out.append("parley_request_seconds_count %d\n".formatted(sum));
    }
}
