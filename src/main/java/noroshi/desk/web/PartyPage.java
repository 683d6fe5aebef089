package noroshi.desk.web;

import java.util.List;
import java.util.UUID;
import noroshi.desk.SystemName;
import noroshi.site.Choice;
import noroshi.site.FormErrors;

/** The party lists as the desk keeps them. */
public record PartyPage(List<Line> lines, List<SystemName> systems, List<Choice> organisations, FormErrors errors) {
    /** One rule, in words. */
    public record Line(UUID id, String when, String name, String sees) {}
}
