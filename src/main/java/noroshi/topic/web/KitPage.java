package noroshi.topic.web;

import java.util.List;
import noroshi.community.OccasionKind;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Ui;
import noroshi.topic.StarterKit;

/** The form of the starter kit. */
public record KitPage(KitForm form, FormErrors errors) {
    public List<OccasionKind> parts() {
        return StarterKit.parts();
    }

    public List<Choice> kinds() {
        return List.of(
                new Choice("invited", Ui.text("community.kind.invited"), Ui.text("community.kind.invited.hint")),
                new Choice("open", Ui.text("community.kind.open"), Ui.text("community.kind.open.hint")));
    }

    public List<Choice> rhythms() {
        return List.of(
                new Choice("1", Ui.text("topic.kit.every.1")),
                new Choice("2", Ui.text("topic.kit.every.2")),
                new Choice("3", Ui.text("topic.kit.every.3")),
                new Choice("6", Ui.text("topic.kit.every.6")),
                new Choice("0", Ui.text("topic.kit.never")));
    }
}
