package noroshi.sanitised;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Newsroom;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.MatterKind;
import noroshi.desk.NewMatter;
import noroshi.desk.Telling;
import noroshi.intel.TextValues;
import noroshi.intel.blocklist.Blocklists;
import noroshi.intel.blocklist.NewBlocklist;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.topic.Importance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Matters that name values, what their reporter is asked, and lists that name the same values. */
@TestComponent
class ReportedValues {
    @Autowired
    Blocklists blocklists;

    @Autowired
    SanitisedCopies copies;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Newsroom newsroom;

    Matter reported(String technical) {
        return reported(technical, MIKA);
    }

    Matter reported(String technical, Actor actor) {
        var it = new NewMatter(
                UUID.randomUUID(),
                MatterKind.REPORT,
                "予約サイトの障害",
                new Telling("つながりにくい。", Map.of()),
                new Telling("予約が止まった。", Map.of()),
                new Telling(technical, Map.of()),
                false,
                Tlp.AMBER,
                Optional.empty(),
                true,
                Set.of(),
                Optional.empty(),
                List.of());
        return desk.show(desk.report(it, Locale.JAPANESE, actor), actor);
    }

    void write(Matter matter, Tlp tlp, UUID audience, String value) {
        write(matter, tlp, audience, value, "手口です");
    }

    void write(Matter matter, Tlp tlp, UUID audience, String value, String words) {
        var own = desk.show(matter.reference(), DANA);
        copies.begin(own, DANA);
        var manuscript = copies.manuscript(copies.of(own, DANA).orElseThrow(), DANA);
        var was = manuscript.copy();
        var copy = new Copy(
                new Copy.Pro("偽サイトに注意", words),
                new Copy.General("偽サイトに注意", "開かないでください。", List.of(new Copy.Step("開かない", "")), "全団体", "注意"),
                value,
                was.source(),
                was.confidence(),
                "",
                "");
        var marking = manuscript.marking();
        newsroom.write(
                manuscript.id(),
                manuscript.lock(),
                new Marking(
                        marking.information(), Importance.IMPORTANT, tlp, marking.confidentiality(), Set.of(audience)),
                copy,
                DANA);
    }

    void ask(Matter matter) {
        var own = desk.show(matter.reference(), DANA);
        var manuscript = copies.manuscript(copies.of(own, DANA).orElseThrow(), DANA);
        copies.ask(own, manuscript.lock(), DANA);
    }

    void answer(Matter matter, boolean agreed) {
        var own = desk.show(matter.reference(), MIKA);
        var asking = copies.of(own, MIKA).orElseThrow().asking().orElseThrow();
        copies.answer(own, asking.id(), agreed, agreed, "どうぞ", MIKA);
    }

    UUID list(Tlp tlp, String... values) {
        var forms = Arrays.stream(values)
                .flatMap(value -> TextValues.in(value).stream())
                .toList();
        return blocklists.make(new NewBlocklist("偽サイトの遮断", "", tlp, forms), ED);
    }
}
