package noroshi.intel.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import noroshi.intel.Reason;
import noroshi.intel.drop.Item;
import noroshi.intel.drop.Preview;
import noroshi.intel.warning.Hit;
import noroshi.site.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What would be taken, as the command line shows it. */
final class PreviewAnswer {
    private final Words words;
    private final Locale language;

    PreviewAnswer(Words words, Locale language) {
        this.words = words;
        this.language = language;
    }

    JsonNode of(Preview preview) {
        var drop = preview.drop();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("format", drop.format().name().toLowerCase(Locale.ROOT));
        answer.put("title", drop.title());
        answer.put("from", drop.from());
        preview.bundle().ifPresent(bundle -> {
            answer.put("objects", bundle.objects());
            answer.put("types", bundle.types());
            answer.put(
                    "refusals",
                    bundle.refused().stream()
                            .map(refused -> Map.of("id", refused.stixId(), "text", text(refused.reason())))
                            .toList());
        });
        answer.put(
                "entries",
                drop.items().stream().map(item -> entry(item, preview)).toList());
        answer.put(
                "left_out",
                drop.leftOut().stream()
                        .map(left ->
                                Map.of("where", left.where(), "written", left.written(), "text", text(left.reason())))
                        .toList());
        answer.put("remarks", texts(drop.remarks()));
        return JsonMapper.shared().valueToTree(answer);
    }

    private Map<String, Object> entry(Item item, Preview preview) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("where", item.where());
        entry.put("value", item.shown());
        entry.put("means", item.sense().name().toLowerCase(Locale.ROOT));
        item.facts().tlp().ifPresent(label -> entry.put("tlp", label.label()));
        entry.put("taken", preview.advised(item));
        entry.put("known", preview.known(item));
        entry.put("warnings", preview.hits(item).stream().map(this::hit).toList());
        entry.put("changes", texts(item.changes()));
        return entry;
    }

    private String hit(Hit hit) {
        return switch (hit) {
            case Hit.Listed(var list, var name) -> words.text(language, "drop.hit.listed", name);
            case Hit.OwnAsset own -> words.text(language, "drop.hit.own");
        };
    }

    private List<String> texts(List<Reason> reasons) {
        return reasons.stream().map(this::text).toList();
    }

    private String text(Reason reason) {
        return words.text(language, reason.key(), reason.arguments().toArray());
    }
}
