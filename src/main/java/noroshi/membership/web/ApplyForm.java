package noroshi.membership.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import noroshi.membership.NewApplication;
import org.jspecify.annotations.Nullable;

/** What an organisation says when it asks to take part. */
public record ApplyForm(
        @NotBlank @Size(max = 200) String organisation,
        @NotBlank @Size(max = 200) String organisationEn,
        String category,
        @NotBlank @Size(max = 100) String applicant,
        @NotBlank @Email @Size(max = 254) String email,
        @Size(max = 40) String phone,
        @NotBlank @Size(max = 2000) String reason) {
    static final ApplyForm EMPTY = new ApplyForm("", "", "", "", "", "", "");

    public ApplyForm(
            @Nullable String organisation,
            @Nullable String organisationEn,
            @Nullable String category,
            @Nullable String applicant,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String reason) {
        this.organisation = Typed.or(organisation);
        this.organisationEn = Typed.or(organisationEn);
        this.category = Typed.or(category);
        this.applicant = Typed.or(applicant);
        this.email = Typed.or(email);
        this.phone = Typed.or(phone);
        this.reason = Typed.or(reason);
    }

    NewApplication application() {
        return new NewApplication(organisation, organisationEn, category, applicant, email, phone, reason);
    }
}
