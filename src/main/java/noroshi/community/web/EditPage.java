package noroshi.community.web;

import java.util.List;
import java.util.stream.IntStream;
import noroshi.community.Profile;
import noroshi.shared.Seen;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Ui;

/**
 * A community being founded or described anew.
 *
 * @param path of the community; the list's when it is founded
 * @param founding whether it is new
 * @param everyone whether it may become the one of all participating organisations
 * @param closable whether the reader may close it
 */
public record EditPage(
        String path,
        String title,
        boolean founding,
        boolean everyone,
        boolean closable,
        CommunityForm form,
        Seen seen,
        FormErrors errors) {

    /** What is typed and not sent belongs to this community, or to one that is new. */
    public String draft() {
        return founding ? "community-new" : "community-" + path;
    }

    public List<Choice> kinds() {
        var kinds = everyone ? List.of("invited", "open", "everyone") : List.of("invited", "open");
        return kinds.stream()
                .map(kind -> new Choice(
                        kind, Ui.text("community.kind." + kind), Ui.text("community.kind." + kind + ".hint")))
                .toList();
    }

    public List<Choice> colours() {
        return IntStream.rangeClosed(1, Profile.COLOURS)
                .mapToObj(number -> new Choice(Integer.toString(number), Ui.text("community.colour." + number)))
                .toList();
    }
}
