package noroshi.audit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import noroshi.audit.Entry;
import noroshi.site.Choice;
import noroshi.site.Ui;
import noroshi.site.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Entries in plain words. */
@Component
class AuditWords {
    private static final String ACT = "audit.act.";
    private static final int SHORT = 8;

    private final Words words;
    private final JsonMapper json;

    AuditWords(Words words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    /** Every act that has words, each group under its name. */
    List<Choice> acts() {
        var groups = new TreeMap<String, TreeSet<String>>();
        words.of(Ui.locale()).keySet().stream()
                .filter(key -> key.startsWith(ACT))
                .map(key -> key.substring(ACT.length()))
                .forEach(act ->
                        groups.computeIfAbsent(group(act), _ -> new TreeSet<>()).add(act));
        var choices = new ArrayList<Choice>();
        groups.forEach((group, acts) -> {
            choices.add(new Choice(group, Ui.text("audit.all-of", Ui.text("audit.group." + group))));
            acts.forEach(act -> choices.add(new Choice(act, Ui.text("audit.of", act(act)))));
        });
        return choices;
    }

    String act(String act) {
        return Ui.text(ACT + act);
    }

    AuditPage.Line line(Entry entry, AuditQuery query) {
        return new AuditPage.Line(
                entry.at(),
                by(entry),
                entry.by()
                        .map(Entry.Doer::login)
                        .filter(login -> !login.isEmpty())
                        .map(login -> query.address("/audit", "person", login))
                        .orElse(""),
                entry.organisation().in(Ui.locale()),
                via(entry),
                act(entry.act()),
                entry.subject()
                        .map(subject -> query.address("/audit", "subject", subject.toString()))
                        .orElse(""),
                about(entry),
                facts(entry),
                entry.sealed());
    }

    String by(Entry entry) {
        return entry.by()
                .map(doer -> doer.login().isEmpty()
                        ? Ui.text("audit.operator")
                        : doer.name().in(Ui.locale()))
                .orElseGet(() -> Ui.text("audit.nobody"));
    }

    String via(Entry entry) {
        return Ui.text("audit.via." + entry.via());
    }

    private static String about(Entry entry) {
        var name = entry.about().in(Ui.locale());
        return name.isEmpty()
                ? entry.subject().map(id -> id.toString().substring(0, SHORT)).orElse("")
                : name;
    }

    private List<String> facts(Entry entry) {
        var facts = new ArrayList<String>();
        for (Map.Entry<String, ?> fact : json.readTree(entry.detail()).properties()) {
            facts.add(fact.getKey() + ": " + said(fact.getValue().toString()));
        }
        return facts;
    }

    private static String said(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    private static String group(String act) {
        return act.substring(0, act.indexOf('.'));
    }
}
