package noroshi.community.web;

import java.util.List;
import java.util.stream.IntStream;
import noroshi.community.Profile;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Ui;

/**
 * A community being founded or described anew.
 *
 * @param path of the community; the list's when it is founded
 * @param founding whether it is new
 * @param closable whether the reader may close it
 */
public record EditPage(
        String path, String title, boolean founding, boolean closable, CommunityForm form, FormErrors errors) {

    public List<Choice> kinds() {
        return List.of(
                new Choice("invited", Ui.text("community.kind.invited"), Ui.text("community.kind.invited.hint")),
                new Choice("open", Ui.text("community.kind.open"), Ui.text("community.kind.open.hint")));
    }

    public List<Choice> colours() {
        return IntStream.rangeClosed(1, Profile.COLOURS)
                .mapToObj(number -> new Choice(Integer.toString(number), Ui.text("community.colour." + number)))
                .toList();
    }
}
