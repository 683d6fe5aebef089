package noroshi.membership.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noroshi.membership.Profile;
import noroshi.site.FormErrors;
import noroshi.site.Ui;
import org.jspecify.annotations.Nullable;

/** What a person says about themselves and how they want to be shown things. */
public record ProfileForm(
        @NotBlank @Size(max = 100) String name,
        @Size(max = 100) String kana,
        @Size(max = 100) String nameEn,
        @Email @Size(max = 254) String email,
        @Size(max = 100) String titleJa,
        @Size(max = 100) String titleEn,
        String locale,
        String level,
        String theme) {

    public ProfileForm(
            @Nullable String name,
            @Nullable String kana,
            @Nullable String nameEn,
            @Nullable String email,
            @Nullable String titleJa,
            @Nullable String titleEn,
            @Nullable String locale,
            @Nullable String level,
            @Nullable String theme) {
        this.name = Typed.or(name);
        this.kana = Typed.or(kana);
        this.nameEn = Typed.or(nameEn);
        this.email = Typed.or(email);
        this.titleJa = Typed.or(titleJa);
        this.titleEn = Typed.or(titleEn);
        this.locale = oneOf(locale, "ja", "en");
        this.level = oneOf(level, "general", "pro");
        this.theme = oneOf(theme, "system", "light", "dark");
    }

    static ProfileForm of(Profile profile) {
        return new ProfileForm(
                profile.name(),
                profile.kana(),
                profile.nameEn(),
                profile.email().orElse(""),
                profile.titleJa(),
                profile.titleEn(),
                profile.locale(),
                profile.level(),
                profile.theme());
    }

    Profile profile() {
        return new Profile(
                name,
                kana,
                nameEn,
                email.isEmpty() ? Optional.empty() : Optional.of(email),
                titleJa,
                titleEn,
                locale,
                level,
                theme);
    }

    /** With what the profile says now where something else was typed. */
    FormErrors beside(Profile profile, FormErrors errors) {
        var now = of(profile);
        return errors.beside("name", name, now.name)
                .beside("kana", kana, now.kana)
                .beside("nameEn", nameEn, now.nameEn)
                .beside("email", email, now.email)
                .beside("titleJa", titleJa, now.titleJa)
                .beside("titleEn", titleEn, now.titleEn)
                .beside("locale", locale, now.locale, Ui.textIn(Locale.of(now.locale), "site.language.self"))
                .beside("level", level, now.level, Ui.text("membership.level." + now.level))
                .beside("theme", theme, now.theme, Ui.text("membership.theme." + now.theme));
    }

    private static String oneOf(@Nullable String chosen, String... known) {
        return chosen != null && List.of(known).contains(chosen) ? chosen : known[0];
    }
}
