package noroshi.membership.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import noroshi.membership.NewOrganisation;
import noroshi.membership.Organisation;
import org.jspecify.annotations.Nullable;

/** An organisation the Centre takes in, and the first person to invite there. */
public record NewOrganisationForm(
        @NotBlank String code,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String nameEn,
        String part,
        String category,
        @NotBlank @Size(max = 100) String person,
        @NotBlank @Email @Size(max = 254) String email) {
    static final NewOrganisationForm EMPTY = new NewOrganisationForm("", "", "", "MEMBER", "", "", "");

    public NewOrganisationForm(
            @Nullable String code,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String part,
            @Nullable String category,
            @Nullable String person,
            @Nullable String email) {
        this.code = Typed.or(code);
        this.name = Typed.or(name);
        this.nameEn = Typed.or(nameEn);
        this.part = Typed.or(part);
        this.category = Typed.or(category);
        this.person = Typed.or(person);
        this.email = Typed.or(email);
    }

    NewOrganisation organisation() {
        var plays = switch (part) {
            case "CTI_PROVIDER" -> Organisation.Part.CTI_PROVIDER;
            case "EVENT_OWNER" -> Organisation.Part.EVENT_OWNER;
            default -> Organisation.Part.MEMBER;
        };
        return new NewOrganisation(code, name, nameEn, plays, category);
    }
}
