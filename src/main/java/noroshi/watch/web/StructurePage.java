package noroshi.watch.web;

import java.util.List;
import noroshi.site.FormErrors;
import noroshi.watch.Hours;
import noroshi.watch.Post;

/**
 * What the rota is made of.
 *
 * @param ended posts that are not there any more, and may be again
 */
public record StructurePage(
        List<Post> posts,
        List<Post> ended,
        List<Hours> hours,
        TypedPost typedPost,
        TypedHours typedHours,
        FormErrors errors) {
    /** A post as somebody types it. */
    public record TypedPost(String code, String nameJa, String nameEn, boolean event, boolean quiet, boolean onCall) {
        static final TypedPost NOTHING = new TypedPost("", "", "", false, false, false);
    }

    /** Hours as somebody types them. */
    public record TypedHours(String mode, String days, String nameJa, String nameEn, String begins, String ends) {
        static final TypedHours NOTHING = new TypedHours("", "", "", "", "", "");
    }

    /** The times of a shift, as clocks show them. */
    public static String times(Hours it) {
        var end = (it.begins() + it.minutes()) % 1440;
        return "%d:%02d–%d:%02d".formatted(it.begins() / 60, it.begins() % 60, end / 60, end % 60);
    }
}
