package noroshi.community.web;

import org.jspecify.annotations.Nullable;

/** Somebody asks to be let into an invited community whose code they were told. */
public record AskForm(String code, String reason) {
    static final AskForm EMPTY = new AskForm("", "");

    public AskForm(@Nullable String code, @Nullable String reason) {
        this.code = code == null ? "" : code;
        this.reason = reason == null ? "" : reason;
    }
}
