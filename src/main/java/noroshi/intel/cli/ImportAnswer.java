package noroshi.intel.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import noroshi.cli.Platform;
import noroshi.intel.Import;
import noroshi.intel.IntelLibrary;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far a large file is, as the command line shows it: a line, and at the end the report. */
final class ImportAnswer {
    private final Words words;
    private final Locale language;

    ImportAnswer(Words words, Locale language) {
        this.words = words;
        this.language = language;
    }

    JsonNode of(Import now, IntelLibrary library, Actor actor) {
        if (now.state() == Import.State.REFUSED) {
            var reason = now.reason().orElseThrow();
            throw new RuleBroken(reason.key(), reason.arguments().toArray());
        }
        if (now.state() == Import.State.DONE) {
            var report = library.report(now.bundle().orElseThrow(), now.reason().isPresent(), actor);
            return new ReportAnswer(words, language).of(report);
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("import", now.id());
        answer.put("page", "/intel/imports/" + now.id());
        answer.put("state", now.state().name().toLowerCase(Locale.ROOT));
        answer.put(Platform.PROGRESS, progress(now));
        answer.put(Platform.NEXT, "intel import-progress");
        answer.put(
                Platform.ARGUMENTS,
                Map.of(
                        "import", now.id().toString(),
                        "person", now.person().toString(),
                        "language", language.toLanguageTag()));
        return JsonMapper.shared().valueToTree(answer);
    }

    private String progress(Import now) {
        var taking = now.state() == Import.State.TAKING;
        return words.text(
                language,
                taking ? "intel.import.progress.taking" : "intel.import.progress.checking",
                taking ? now.done() : now.checked(),
                now.objects());
    }
}
