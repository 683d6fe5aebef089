package noroshi.membership.signin;

import noroshi.membership.Members;
import noroshi.membership.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Shows our people to Spring Security. */
@Component
class PasskeyPeople implements PublicKeyCredentialUserEntityRepository {
    private final Members members;

    PasskeyPeople(Members members) {
        this.members = members;
    }

    static PublicKeyCredentialUserEntity of(Person person) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Handles.of(person.id()))
                .name(person.login())
                .displayName(person.name())
                .build();
    }

    @Override
    public PublicKeyCredentialUserEntity findById(Bytes handle) {
        return of(members.person(Handles.person(handle)));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
        return members.byLogin(login).map(PasskeyPeople::of).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity person) {
        throw new UnsupportedOperationException("people are invited, not made by authenticators");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("people are not removed by authenticators");
    }
}
