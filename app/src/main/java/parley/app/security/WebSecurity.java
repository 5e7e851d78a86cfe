package parley.app.security;

import java.time.InstantSource;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.filter.OncePerRequestFilter;
import parley.app.people.ApiTokens;
import parley.app.people.WebSessions;

/** How requests are let in, and the headers on every answer. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class WebSecurity {
    @Bean
    SecurityFilterChain requests(HttpSecurity http, WebSessions sessions, ApiTokens tokens, InstantSource clock)
            throws Exception {
        var attributes = new CsrfTokenRequestAttributeHandler();
        // The token is made when a form is written, so pages without a form set no cookie.
        attributes.setCsrfRequestAttributeName("_csrf");
        return http.securityContext(c -> c.securityContextRepository(new CookieSessions(sessions)))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(c -> c.disable())
                .logout(l -> l.disable())
                .formLogin(f -> f.disable())
                .httpBasic(b -> b.disable())
                .addFilterBefore(new BearerFilter(tokens, clock), AnonymousAuthenticationFilter.class)
                .csrf(c -> c.ignoringRequestMatchers(BearerFilter::isApi)
                        .csrfTokenRepository(new FormTokens())
                        .csrfTokenRequestHandler(attributes))
                .headers(h -> {
                    h.defaultsDisabled();
                    Headers.ALL.forEach((name, value) -> h.addHeaderWriter(new StaticHeadersWriter(name, value)));
                })
                .authorizeHttpRequests(a -> a.requestMatchers(
                                "/sign-in",
                                "/sign-in/passkey",
                                "/welcome/*",
                                "/assets/*",
                                "/health",
                                "/openapi.json",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, _) -> {
                    if (BearerFilter.isApi(request)) {
                        response.setStatus(401);
                        response.setHeader("WWW-Authenticate", "Bearer");
                    } else {
                        response.setStatus(303);
                        response.setHeader("Location", "/sign-in");
                    }
                }))
                .build();
    }

    /** Nobody signs in through Spring: the page does, with passphrase and second factor in one step. */
    @Bean
    AuthenticationManager nobody() {
        return authentication -> {
            throw new ProviderNotFoundException("Sign-in is done by the page.");
        };
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> ownHost(Site site) {
        var filter = new FilterRegistrationBean<OncePerRequestFilter>(new OwnHost(Set.of(site.host())));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> smallForms() {
        var filter = new FilterRegistrationBean<OncePerRequestFilter>(new SmallForms());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
