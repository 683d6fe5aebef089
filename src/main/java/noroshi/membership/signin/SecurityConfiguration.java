package noroshi.membership.signin;

import jakarta.servlet.DispatcherType;
import noroshi.membership.KnownBearers;
import noroshi.membership.Scope;
import noroshi.membership.Tokens;
import noroshi.site.Denied;
import noroshi.site.SiteSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Every address is closed unless it is named here. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String[] OPEN = {
        "/sign-in/**",
        "/sign-out",
        "/apply/**",
        "/invitations/**",
        "/recovery/**",
        "/setup/**",
        "/static/**",
        "/language",
        "/stop-mail/**",
        "/mail-arrived/**",
        "/feeds/**",
        "/manifest.webmanifest",
        "/livez",
        "/readyz",
        "/error",
        "/favicon.ico",
        "/robots.txt",
        "/.well-known/security.txt"
    };

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http, SessionFilter who, SiteSettings settings, Denied denied, SessionCookie cookie) {
        var door = new AskToSignIn();
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/welcome/**")
                        .access(FactorCheck.signedInOrByLink())
                        .anyRequest()
                        .access(FactorCheck.signedIn()))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens(settings))
                        .ignoringRequestMatchers(SessionFilter::byMachine)
                        // RFC 8058: the reader's mail provider asks, without cookies, on a page of its own.
                        .ignoringRequestMatchers("/stop-mail/**")
                        // A script that tries the demo has no form yet; a browser says by itself from which site it
                        // comes.
                        .ignoringRequestMatchers("/sign-in/demo"))
                .addFilterBefore(new OwnSiteOnly(), CsrfFilter.class)
                .addFilterBefore(who, AuthorizationFilter.class)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(door).accessDeniedHandler(door.orRefuse(denied, cookie)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.disable())
                .anonymous(anonymous -> anonymous.disable())
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Machines have no session and no form; their filter alone decides. */
    @Bean
    @Order(1)
    SecurityFilterChain taxiiDoors(KnownBearers bearers) {
        return machines("/taxii2/**", new MachineFilter(bearers, Scope.TAXII));
    }

    @Bean
    @Order(2)
    SecurityFilterChain listDoors(KnownBearers bearers) {
        return machines("/lists/**", new MachineFilter(bearers, Scope.LISTS));
    }

    private static SecurityFilterChain machines(String path, MachineFilter filter) {
        // Matched as the dispatcher matches, decoded: no other spelling of the address leads to another chain.
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.withDefaults().matcher(path), filter);
    }

    @Bean
    SessionFilter sessionFilter(Sessions sessions, Tokens tokens, SessionCookie cookie) {
        return new SessionFilter(sessions, tokens, cookie);
    }

    /** Text that no database can keep is no text. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /** The filter stands inside the chain only, not a second time beside it. */
    @Bean
    FilterRegistrationBean<SessionFilter> sessionFilterOnlyInside(SessionFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** One figure for each request is enough; one for each filter would cost more than some pages. */
    @Bean
    static SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    /** Not in the session: a form stays good when the session behind it has ended, so that nothing typed is lost. */
    private static CookieCsrfTokenRepository tokens(SiteSettings settings) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(settings.encrypted() ? "__Host-form" : "form");
        tokens.setCookieCustomizer(
                cookie -> cookie.path("/").httpOnly(true).sameSite("Lax").secure(settings.encrypted()));
        return tokens;
    }
}
