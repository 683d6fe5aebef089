package noroshi.membership.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import noroshi.membership.Newcomer;
import noroshi.site.Ui;
import org.jspecify.annotations.Nullable;

/** What an invited person says about themselves. */
public record NewcomerForm(
        @NotBlank @Size(max = 60) String login,
        @NotBlank @Size(max = 100) String name,
        @Size(max = 100) String kana) {

    public NewcomerForm(@Nullable String login, @Nullable String name, @Nullable String kana) {
        this.login = Typed.or(login);
        this.name = Typed.or(name);
        this.kana = Typed.or(kana);
    }

    Newcomer newcomer() {
        return new Newcomer(login, name, kana, Ui.locale());
    }
}
