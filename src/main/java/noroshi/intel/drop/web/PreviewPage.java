package noroshi.intel.drop.web;

import static noroshi.site.Ui.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import noroshi.intel.Spelling;
import noroshi.intel.drop.Drop;
import noroshi.intel.drop.Dropped;
import noroshi.intel.drop.Format;
import noroshi.intel.drop.Item;
import noroshi.intel.drop.LeftOut;
import noroshi.intel.drop.Preview;
import noroshi.intel.drop.Wish;
import noroshi.intel.warning.Hit;
import noroshi.shared.Tlp;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/** What was recognised, before it is taken. */
public record PreviewPage(Dropped dropped, Preview preview, Wish wish, TakeForm form, FormErrors errors) {
    /** Entries with a tick of their own. */
    static final int SHOWN = 400;

    private static final int LEFT_SHOWN = 200;

    public Drop drop() {
        return preview.drop();
    }

    public String path() {
        return "/intel/drop/" + dropped.id();
    }

    public String name() {
        if (!dropped.name().isEmpty()) {
            return dropped.name();
        }
        return text(dropped.mail().isPresent() ? "mailbox.no-subject" : "drop.pasted");
    }

    public List<Step> crumbs() {
        return List.of(
                new Step(text("intel.title"), "/intel", false),
                new Step(text("drop.title"), "/intel/drop", false),
                new Step(name(), path(), true));
    }

    public boolean whole() {
        return preview.bundle().isPresent();
    }

    public List<Item> shown() {
        return drop().items().subList(0, Math.min(SHOWN, drop().items().size()));
    }

    /** How many have no tick of their own. */
    public int more() {
        return drop().items().size() - shown().size();
    }

    public boolean ticked(Item item) {
        return form.sent() ? form.places().contains(item.place()) : preview.advised(item);
    }

    public String from() {
        return form.sent() ? form.from() : drop().from();
    }

    public List<LeftOut> leftOut() {
        return drop().leftOut().subList(0, Math.min(LEFT_SHOWN, drop().leftOut().size()));
    }

    /** Values of a bundle that one should think twice about. */
    public List<Map.Entry<Spelling.Form, List<Hit>>> warned() {
        return preview.hits().entrySet().stream()
                .sorted(java.util.Comparator.comparing(entry -> entry.getKey().value()))
                .limit(LEFT_SHOWN)
                .toList();
    }

    public String hit(Hit hit) {
        return switch (hit) {
            case Hit.Listed(var list, var name) -> text("drop.hit.listed", name);
            case Hit.OwnAsset own -> text("drop.hit.own");
        };
    }

    /** Other ways to read it: a file that says itself what it is has none. */
    public List<Format> others() {
        return switch (drop().format()) {
            case STIX, MISP -> List.of();
            case CSV, LIST, TEXT, MAIL ->
                Stream.of(Format.CSV, Format.LIST, Format.TEXT, Format.MAIL).toList();
        };
    }

    public List<Choice> labels() {
        return Arrays.stream(Tlp.values())
                .map(tlp -> new Choice(tlp.name(), tlp.label()))
                .toList();
    }
}
