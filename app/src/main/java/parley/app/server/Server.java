package parley.app.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import parley.app.account.SignOffs;
import parley.app.cases.Cases;
import parley.app.database.Database;
import parley.app.evidence.Books;
import parley.app.evidence.ServerKey;
import parley.app.hooks.Hooks;
import parley.app.lists.OfficialLists;
import parley.app.people.Accounts;
import parley.app.people.ApiTokens;
import parley.app.people.Credentials;
import parley.app.people.Passkeys;
import parley.app.people.Roles;
import parley.app.people.SealedField;
import parley.app.people.WebSessions;
import parley.app.record.CaseRecord;
import parley.app.record.Heads;
import parley.app.security.Site;
import parley.app.web.FormFields;
import parley.app.web.Pages;
import parley.app.web.Visits;

/** The running server: the parts that hold data, made by hand and in order, under the web that Spring serves. */
public final class Server implements AutoCloseable {
    private final Database database;
    private final Parts parts;
    private final ConfigurableApplicationContext context;

    /** What holds data, for commands that run beside the web. */
    public record Parts(
            InstantSource clock,
            JdbcClient keeper,
            CaseRecord record,
            Accounts accounts,
            SealedField fields,
            Credentials credentials,
            WebSessions sessions,
            Roles roles,
            Books books,
            ServerKey key,
            Cases cases,
            OfficialLists lists) {

        /** Puts the parts together over a database. */
        public static Parts of(Database database, Path data, InstantSource clock) throws IOException {
            var keeper = JdbcClient.create(database.keeper());
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(database.keeper()));
            var record = new CaseRecord(
                    database.writers(), database.keeper(), database.readers(), clock, new Heads(data.resolve("heads")));
            var accounts = new Accounts(keeper, transaction, clock);
            var fields = SealedField.withKeyIn(data);
            var books = new Books(database.keeper());
            var sessions = new WebSessions(keeper, clock);
            return new Parts(
                    clock,
                    keeper,
                    record,
                    accounts,
                    fields,
                    new Credentials(keeper, transaction, accounts, fields, clock),
                    sessions,
                    new Roles(record, keeper, sessions),
                    books,
                    ServerKey.in(data),
                    new Cases(database.readers(), books),
                    new OfficialLists(data, keeper, clock));
        }
    }

    private Server(Database database, Parts parts, ConfigurableApplicationContext context) {
        this.database = database;
        this.parts = parts;
        this.context = context;
    }

    /** Serves; returns when requests are answered. */
    public static Server start(Database database, Parts parts, Site site, int port) {
        var application = new SpringApplication(Web.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.port", Integer.toString(port),
                "server.address", "127.0.0.1",
                "server.shutdown", "graceful",
                "spring.threads.virtual.enabled", "true",
                "spring.main.log-startup-info", "false",
                "spring.mvc.log-resolved-exception", "false",
                "server.error.whitelabel.enabled", "false",
                "logging.level.root", "warn",
                "logging.threshold.console", "info",
                "server.tomcat.max-http-form-post-size", "2MB"));
        properties.put("logging.level.parley.security", "info");
        // A list file; it goes to disk as it comes. Other forms are held to the original of an item by SmallForms.
        properties.put("spring.servlet.multipart.max-file-size", "300MB");
        properties.put("spring.servlet.multipart.max-request-size", "301MB");
        // What could not be read may be anybody's words: an answer says that it was refused, no log repeats it.
        properties.put(
                "logging.level.org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver", "off");
        // A program that sends a member nobody reads is told so.
        properties.put("spring.jackson.deserialization.fail-on-unknown-properties", "true");
        application.setDefaultProperties(properties);
        application.addInitializers(context -> {
            var beans = context.getBeanFactory();
            Map.<String, Object>of("site", site, "clock", parts.clock(), "keeper", parts.keeper())
                    .forEach(beans::registerSingleton);
            beans.registerSingleton("record", parts.record());
            beans.registerSingleton("accounts", parts.accounts());
            beans.registerSingleton("fields", parts.fields());
            beans.registerSingleton("credentials", parts.credentials());
            beans.registerSingleton("webSessions", parts.sessions());
            beans.registerSingleton("apiTokens", new ApiTokens(parts.keeper(), parts.clock()));
            beans.registerSingleton("hooks", new Hooks(parts.keeper(), parts.record(), parts.fields(), parts.clock()));
            beans.registerSingleton(
                    "passkeys",
                    new Passkeys(
                            parts.keeper(),
                            parts.accounts(),
                            parts.fields(),
                            parts.clock(),
                            site.name(),
                            site.address()));
            beans.registerSingleton("roles", parts.roles());
            beans.registerSingleton("books", parts.books());
            beans.registerSingleton("serverKey", parts.key());
            beans.registerSingleton("cases", parts.cases());
            beans.registerSingleton("officialLists", parts.lists());
            beans.registerSingleton("database", database);
        });
        try {
            return new Server(database, parts, application.run());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Returns the database, for tests and upkeep. */
    public Database database() {
        return database;
    }

    public Parts parts() {
        return parts;
    }

    /** Returns the port requests are answered on. */
    public int port() {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    /** Returns a part that Spring put together, for tests. */
    public <T> T part(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    /** What Spring puts together: the pages of all capabilities and what they share. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan("parley.app")
    public static class Web implements WebMvcConfigurer {
        private final Visits visits;
        private final SignOffs signOffs;

        public Web(Cases cases, Roles roles, InstantSource clock, SignOffs signOffs) {
            this.visits = new Visits(cases, roles, clock);
            this.signOffs = signOffs;
        }

        @Bean
        static Pages pages() {
            return new Pages();
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(visits);
        }

        /** A form is looked at before what it asks for: fields nobody declared first, then the second factor. */
        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new FormFields());
            registry.addInterceptor(signOffs);
        }
    }
}
