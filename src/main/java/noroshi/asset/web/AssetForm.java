package noroshi.asset.web;

import java.util.Arrays;
import java.util.Optional;
import noroshi.asset.AssetKind;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import org.jspecify.annotations.Nullable;

/** One asset as somebody types it. */
public record AssetForm(String kind, String value, String note) {
    static final AssetForm EMPTY = new AssetForm("", "", "");

    public AssetForm(@Nullable String kind, @Nullable String value, @Nullable String note) {
        this.kind = kind == null ? "" : kind;
        this.value = value == null ? "" : value;
        this.note = note == null ? "" : note;
    }

    /** The kind with this name; empty means: tell it from the value. */
    static Optional<AssetKind> kind(String name) {
        return Arrays.stream(AssetKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    static FormErrors errors(RuleBroken refusal) {
        var field = refusal.key().equals("asset.note-too-long") ? "note" : "value";
        return FormErrors.none().and(field, refusal.key(), refusal.arguments());
    }
}
