package noroshi.membership.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Shows our passkeys to Spring Security. */
@Component
class PasskeyCredentials implements UserCredentialRepository {
    private final PasskeyStore passkeys;

    PasskeyCredentials(PasskeyStore passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("only their owner removes passkeys");
    }

    @Override
    public void save(CredentialRecord passkey) {
        passkeys.save(passkey);
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return passkeys.find(id.getBytes()).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return passkeys.of(Handles.person(handle));
    }
}
