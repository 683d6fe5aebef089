package noroshi.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noroshi.shared.Actor;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.HiddenHttpMethodFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Connects pages, words and refusals with Spring MVC. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteSettings.class)
class SiteConfiguration {

    @Bean
    SiteTools siteTools(
            SiteSettings settings,
            Words words,
            Assets assets,
            Navigation navigation,
            ObjectProvider<ReaderProfile> profile,
            ObjectProvider<Clock> clock) {
        var dates = new Dates(words, settings.tz(), clock.getIfAvailable(Clock::systemUTC));
        return new SiteTools(
                settings,
                words,
                dates,
                assets,
                navigation,
                new LateProfile(SingletonSupplier.ofNullable(profile::getIfAvailable)));
    }

    @Bean
    MultipartResolver multipartResolver(ObjectProvider<LargeUploads> large) {
        return new Uploads(large.stream().toList());
    }

    @Bean
    WebMvcConfigurer sitePages(PageReturn pages, ObjectProvider<Submissions> submissions) {
        return new WebMvcConfigurer() {
            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(pages);
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new OnlyOnce(submissions));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArgument());
            }
        };
    }

    @Bean
    WebMvcRegistrations onePage(ObjectProvider<PlatformTransactionManager> transactions) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new OnePage(transactions);
            }

            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new QuickMapping();
            }
        };
    }

    /** Forms can only get and post; {@code ui/form} says in a field what else they mean. Inside of everything that guards. */
    @Bean
    FilterRegistrationBean<HiddenHttpMethodFilter> formsThatPutAndDelete() {
        return new FilterRegistrationBean<>(new HiddenHttpMethodFilter());
    }

    /** Requests too broken for the application are answered in our manner too. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> quietErrors() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(QuietErrorValve.class.getName());
            }
        });
    }

    /** Validation speaks the reader's language too. */
    @Bean
    LocaleResolver localeResolver() {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return Ui.locale();
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("the reader's profile decides");
            }
        };
    }

    /** Membership answers once it is there; until then nobody is known. */
    private record LateProfile(SingletonSupplier<ReaderProfile> profile) implements ReaderProfile {
        @Override
        public Optional<Reader> of(Actor actor) {
            return Optional.ofNullable(profile.get()).flatMap(known -> known.of(actor));
        }

        @Override
        public void choose(Actor actor, Locale locale) {
            Optional.ofNullable(profile.get()).ifPresent(known -> known.choose(actor, locale));
        }
    }
}
