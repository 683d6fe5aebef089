package noroshi.cli.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The addresses that know no session: the probes are open, the command line brings its secret. */
@Configuration(proxyBeanMethods = false)
class OperatorDoors {
    @Bean
    @Order(0)
    SecurityFilterChain operatorDoorsChain(HttpSecurity http) {
        return http.securityMatcher("/livez", "/readyz", "/internal/cli")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
