package noroshi.membership.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import noroshi.membership.Newcomer;
import noroshi.site.Ui;
import org.jspecify.annotations.Nullable;

/** The Centre's name and its first administrator. */
public record SetupForm(
        @NotBlank @Size(max = 200) String centre,
        @NotBlank @Size(max = 200) String centreEn,
        @NotBlank @Size(max = 60) String login,
        @NotBlank @Size(max = 100) String name) {
    static final SetupForm EMPTY = new SetupForm("", "", "", "");

    public SetupForm(
            @Nullable String centre, @Nullable String centreEn, @Nullable String login, @Nullable String name) {
        this.centre = Typed.or(centre);
        this.centreEn = Typed.or(centreEn);
        this.login = Typed.or(login);
        this.name = Typed.or(name);
    }

    Newcomer newcomer() {
        return new Newcomer(login, name, "", Ui.locale());
    }
}
