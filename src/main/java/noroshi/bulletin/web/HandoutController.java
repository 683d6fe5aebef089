package noroshi.bulletin.web;

import static org.springframework.http.HttpHeaders.CONTENT_DISPOSITION;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.bulletin.Bulletins;
import noroshi.bulletin.Indicator;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.Ui;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Indicators leave with their raw values here and nowhere else: marked, named and remembered. */
@Controller
@RequestMapping("/bulletins/{topic}")
class HandoutController {
    /** A cell that a spreadsheet would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r].*", Pattern.DOTALL);

    private final Bulletins bulletins;
    private final Members members;
    private final Clock clock;

    HandoutController(Bulletins bulletins, Members members, Clock clock) {
        this.bulletins = bulletins;
        this.members = members;
        this.clock = clock;
    }

    @GetMapping("/indicators.csv")
    ResponseEntity<byte[]> table(@PathVariable UUID topic, @RequestParam int version, Actor actor) {
        var handout = bulletins.handOut(topic, version, actor);
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("# " + mark(handout, actor));
            csv.writeRecord("type", "value", "role", "confidence", "since");
            handout.indicators().forEach(each -> csv.writeRecord(cells(each)));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return answer("\uFEFF" + text, "text/csv;charset=UTF-8", "csv");
    }

    @GetMapping("/indicators.txt")
    ResponseEntity<byte[]> values(@PathVariable UUID topic, @RequestParam int version, Actor actor) {
        var handout = bulletins.handOut(topic, version, actor);
        var lines = handout.indicators().stream().map(Indicator::value).toList();
        return answer(
                "# " + mark(handout, actor) + "\n" + String.join("\n", lines) + "\n",
                "text/plain;charset=UTF-8",
                "txt");
    }

    private static ResponseEntity<byte[]> answer(String text, String type, String ending) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(CONTENT_DISPOSITION, "attachment; filename=\"indicators." + ending + "\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whatever leaves says how far it may go, and who took it when. */
    private String mark(Bulletins.Handout handout, Actor actor) {
        return String.join(
                " / ",
                handout.topic().tlp().label(),
                Ui.text("topic.confidentiality." + handout.topic().confidentiality()),
                members.person(actor.person()).login(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static List<String> cells(Indicator indicator) {
        return List.of(
                indicator.type().code(),
                safe(indicator.value()),
                safe(indicator.role()),
                indicator.confidence().name().toLowerCase(Locale.ROOT),
                Integer.toString(indicator.since()));
    }

    private static String safe(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
