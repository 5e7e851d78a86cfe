package parley.app.operations;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.people.Membership;
import parley.app.people.Role;
import parley.app.people.Roles;
import parley.app.web.NotFound;
import parley.app.web.Visits;

/** Health for everybody, figures for who looks after the server. */
@RestController
public class OperationsController {
    private final JdbcClient keeper;
    private final Roles roles;
    private final Timings timings;

    OperationsController(JdbcClient keeper, Roles roles, Timings timings) {
        this.keeper = keeper;
        this.roles = roles;
        this.timings = timings;
    }

    /** The figures are counted before anything else sees a request. */
    @Configuration(proxyBeanMethods = false)
    static class Counting {
        @Bean
        Timings timings() {
            return new Timings();
        }

        @Bean
        FilterRegistrationBean<Timings> timingsFirst(Timings timings) {
            var first = new FilterRegistrationBean<>(timings);
            first.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return first;
        }
    }

    /** One word: {@code ok} if the database takes a question. */
    @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> health() {
        try {
            keeper.sql("select 1").query(Integer.class).single();
            return ResponseEntity.ok("ok\n");
        } catch (DataAccessException e) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("no database\n");
        }
    }

    @GetMapping(path = "/api/v1/metrics", produces = MediaType.TEXT_PLAIN_VALUE)
    String metrics() {
        List<Membership> held = roles.of(Visits.signedIn().session().account().id());
        boolean may = held.stream().anyMatch(m -> m.role() == Role.ADMINISTRATOR || m.role() == Role.SECRETARIAT);
        if (!may) {
            throw new NotFound();
        }
        var out = new StringBuilder();
        timings.write(out);
        Runtime jvm = Runtime.getRuntime();
        gauge(out, "parley_heap_bytes", jvm.totalMemory() - jvm.freeMemory());
        gauge(out, "parley_heap_limit_bytes", jvm.maxMemory());
        gauge(out, "parley_database_bytes", count("select pg_database_size(current_database())"));
        gauge(out, "parley_sessions", count("select count(*) from web_session where ended is null"));
        out.append("# TYPE parley_entries gauge\n");
        keeper.sql("select case_id, max(seq) + 1 from entry group by case_id order by case_id")
                .query((row, _) -> "parley_entries{case=\"%s\"} %d\n".formatted(row.getString(1), row.getLong(2)))
                .list()
                .forEach(out::append);
        return out.toString();
    }

    private long count(String sql) {
        return keeper.sql(sql).query(Long.class).single();
    }

    private static void gauge(StringBuilder out, String name, long value) {
        out.append("# TYPE %s gauge\n%s %d\n".formatted(name, name, value));
    }
}
