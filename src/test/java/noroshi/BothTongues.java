package noroshi;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import noroshi.shared.Actor;
import noroshi.site.Reader;
import noroshi.site.ReaderProfile;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The same person reads Japanese on the desktop and English on the phone: the browser says which. */
@TestConfiguration(proxyBeanMethods = false)
class BothTongues {
    @Bean
    @Primary
    ReaderProfile asTheBrowserAsks(@Qualifier("noroshi.membership.signin.KnownReader") ReaderProfile known) {
        return new ReaderProfile() {
            @Override
            public Optional<Reader> of(Actor actor) {
                return known.of(actor).map(reader -> asksForEnglish() ? inEnglish(reader) : reader);
            }

            @Override
            public void choose(Actor actor, Locale locale) {
                known.choose(actor, locale);
            }
        };
    }

    private static boolean asksForEnglish() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                && Objects.requireNonNullElse(here.getRequest().getHeader("Accept-Language"), "")
                        .startsWith("en");
    }

    private static Reader inEnglish(Reader reader) {
        return new Reader(
                reader.name(), reader.organisation(), reader.others(), Locale.ENGLISH, reader.level(), reader.theme());
    }
}
