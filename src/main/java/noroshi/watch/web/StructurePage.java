package noroshi.watch.web;

import java.util.List;
import noroshi.site.FormErrors;
import noroshi.watch.Hours;
import noroshi.watch.Post;

/** What the rota is made of. */
public record StructurePage(List<Post> posts, List<Hours> hours, FormErrors errors) {
    /** The times of a shift, as clocks show them. */
    public static String times(Hours it) {
        var end = (it.begins() + it.minutes()) % 1440;
        return "%d:%02d–%d:%02d".formatted(it.begins() / 60, it.begins() % 60, end / 60, end % 60);
    }
}
