package noroshi.membership.signin;

import java.net.URI;
import java.util.Set;
import noroshi.site.SiteSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/** Passkeys belong to the site's public name: the host of {@code NOROSHI_URL}. */
@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {
    @Bean
    PublicKeyCredentialRpEntity site(SiteSettings settings) {
        return PublicKeyCredentialRpEntity.builder()
                .id(settings.url().getHost())
                .name(settings.site().name())
                .build();
    }

    @Bean
    WebAuthnRelyingPartyOperations passkeyOperations(
            PublicKeyCredentialUserEntityRepository people,
            UserCredentialRepository credentials,
            PublicKeyCredentialRpEntity site,
            SiteSettings settings) {
        return new Webauthn4JRelyingPartyOperations(people, credentials, site, Set.of(origin(settings.url())));
    }

    private static String origin(URI url) {
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost() + port;
    }
}
