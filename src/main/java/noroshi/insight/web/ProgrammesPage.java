package noroshi.insight.web;

import java.time.LocalDate;
import java.util.List;
import noroshi.insight.Programme;
import noroshi.site.Choice;
import noroshi.site.FormErrors;

/** All events, with the form that starts the next one. */
public record ProgrammesPage(
        List<Programme> programmes,
        boolean keeps,
        List<Choice> owners,
        LocalDate today,
        ProgrammeForm form,
        FormErrors errors) {
    public List<Choice> presets(java.util.Locale locale) {
        return programmes.stream()
                .map(each ->
                        new Choice(each.event().id().toString(), each.event().in(locale)))
                .toList();
    }
}
