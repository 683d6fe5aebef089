package noroshi.intel.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import noroshi.intel.ImportReport;
import noroshi.intel.Reason;
import noroshi.site.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An import report as the command line shows it; {@code partial} asks for its exit code. */
final class ReportAnswer {
    private final Words words;
    private final Locale language;

    ReportAnswer(Words words, Locale language) {
        this.words = words;
        this.language = language;
    }

    JsonNode of(ImportReport report) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("bundle", report.bundle());
        answer.put("page", "/intel/bundles/" + report.bundle());
        answer.put("file", report.fileName());
        answer.put("again", report.again());
        answer.put("partial", !report.complete());
        answer.put("tlp", report.tlp().label());
        answer.put("taken", report.taken());
        answer.put("known", report.known());
        answer.put("refused", report.refused());
        answer.put("types", new TreeMap<>(report.types()));
        answer.put("indicators", indicators(report));
        answer.put("refusals", refusals(report));
        answer.put("remarks", remarks(report));
        return JsonMapper.shared().valueToTree(answer);
    }

    private static Map<String, Integer> indicators(ImportReport report) {
        var counts = new TreeMap<String, Integer>();
        report.indicators().forEach((type, count) -> counts.put(type.code(), count));
        return counts;
    }

    private List<Map<String, Object>> refusals(ImportReport report) {
        return report.refusals().stream()
                .map(refused -> {
                    var line = new LinkedHashMap<String, Object>();
                    line.put("position", refused.position());
                    line.putAll(line(refused.stixId(), refused.reason()));
                    return (Map<String, Object>) line;
                })
                .toList();
    }

    private List<Map<String, Object>> remarks(ImportReport report) {
        return report.remarks().stream()
                .map(remark -> line(remark.stixId(), remark.reason()))
                .toList();
    }

    private Map<String, Object> line(String id, Reason reason) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", id);
        line.put("reason", reason.key());
        line.put("text", words.text(language, reason.key(), reason.arguments().toArray()));
        return line;
    }
}
