package noroshi.membership.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.NewInvitation;
import org.jspecify.annotations.Nullable;

/** Whom to invite, and what they may do. */
public record InvitationForm(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Email @Size(max = 254) String email,
        @NotEmpty Set<String> roles) {
    static final InvitationForm EMPTY = new InvitationForm("", "", Set.of("MEMBER_USER"));

    public InvitationForm(@Nullable String name, @Nullable String email, @Nullable Set<String> roles) {
        this.name = Typed.or(name);
        this.email = Typed.or(email);
        this.roles = Typed.or(roles);
    }

    NewInvitation into(UUID organisation) {
        return new NewInvitation(organisation, name, email, Typed.roles(roles));
    }
}
