package noroshi.desk.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.desk.SystemName;
import noroshi.site.Choice;
import noroshi.site.FormErrors;

/**
 * The party lists as the desk keeps them.
 *
 * @param typed what was typed into a form that was refused, by the names of its fields
 */
public record PartyPage(
        List<Line> lines,
        List<SystemName> systems,
        List<Choice> organisations,
        Map<String, String> typed,
        FormErrors errors) {
    /** One rule, in words. */
    public record Line(UUID id, String when, String name, String sees) {}

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
