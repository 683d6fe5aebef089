package noroshi.site;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Changes;
import noroshi.shared.Role;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** The site module alone, with a reader who is always signed in, and sample pages. */
@TestComponent
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackages = "noroshi.site")
@Import(Changes.class)
class SampleSite {
    static final Actor READER = new Actor(
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            UUID.fromString("00000000-0000-4000-8000-000000000002"),
            Set.of(Role.MEMBER_USER),
            "web");

    /** Serves the sample pages, to look at them. */
    public static void main(String[] args) {
        SpringApplication.run(SampleSite.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-07-24T00:42:00Z"), ZoneOffset.UTC);
    }

    @Bean
    @Primary
    Renderer sampleRenderer() {
        return new Renderer(TemplateEngine.create(
                new Both(),
                Path.of(System.getProperty("test.data", "target"), "jte-samples"),
                ContentType.Html,
                SampleSite.class.getClassLoader()));
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http, Denied denied) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .exceptionHandling(refused -> refused.accessDeniedHandler(denied))
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    /** A request with the header {@code X-Nobody} comes from nobody. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    Filter actingAsTheReader() {
        return (request, response, chain) -> {
            if (((HttpServletRequest) request).getHeader("X-Nobody") != null) {
                chain.doFilter(request, response);
                return;
            }
            try {
                Acting.as(READER, () -> {
                    chain.doFilter(request, response);
                    return true;
                });
            } catch (RuntimeException | ServletException fault) {
                throw fault;
            } catch (Exception fault) {
                throw new ServletException(fault);
            }
        };
    }

    @Bean
    ReaderProfile profile() {
        return new ReaderProfile() {
            private Locale locale = Locale.JAPANESE;

            @Override
            public Optional<Reader> of(Actor actor) {
                return Optional.of(new Reader("三浦 直樹", "みなと鉄道 CSIRT", List.of(), locale, Level.PRO, Theme.AUTO));
            }

            @Override
            public void choose(Actor actor, Locale other) {
                locale = other;
            }
        };
    }

    @Bean
    NavItem home() {
        return NavItem.at(10, "site.home", "home", "/sample").onTheBar();
    }

    @Bean
    NavItem bulletins() {
        return NavItem.at(20, "site.importance.important", "shield", "/sample/topic")
                .onTheBar()
                .counting(actor -> 5);
    }

    @Bean
    NavItem figures() {
        return NavItem.at(30, "site.chart.table", "chart", "/sample/stats")
                .onTheBar()
                .onlyFor(actor -> actor.is(Role.MEMBER_USER));
    }

    @Bean
    NavItem hidden() {
        return NavItem.at(40, "site.settings", "gear", "/sample/hidden").onlyFor(actor -> actor.is(Role.EDITOR));
    }

    @Bean
    SideGroup communities() {
        return new SideGroup(
                10,
                "site.show-all",
                "/communities",
                50,
                actor -> () -> List.of(
                        new SideGroup.Link("大会関係 全体", "/communities/1", 4, 0),
                        new SideGroup.Link("鉄道分科会", "/communities/2", 2, 1),
                        new SideGroup.Link("首都圏の会場", "/communities/3", 0, 2),
                        new SideGroup.Link("CSIRT 実務者", "/communities/4", 120, 3)));
    }

    /** The components, and the samples that use them. */
    private static final class Both implements CodeResolver {
        private final CodeResolver real = new DirectoryCodeResolver(Path.of("src/main/jte"));
        private final CodeResolver samples = new DirectoryCodeResolver(Path.of("src/test/jte"));

        @Override
        public String resolve(String name) {
            return of(name).resolve(name);
        }

        @Override
        public long getLastModified(String name) {
            return of(name).getLastModified(name);
        }

        private CodeResolver of(String name) {
            return name.startsWith("sample/") ? samples : real;
        }
    }
}
