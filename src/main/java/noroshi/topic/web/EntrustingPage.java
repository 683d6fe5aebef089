package noroshi.topic.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Organisation;
import noroshi.site.FormErrors;
import noroshi.topic.Entrustable;
import noroshi.topic.Entrusting;

/**
 * What could be entrusted to a window, and what was.
 *
 * @param visiting the reader is not of that organisation
 * @param administers the reader looks after what others left
 * @param to the short name of the organisation whose window it is to be, where one has to be named
 * @param chosen those that are ticked
 * @param trusts which page of those that were entrusted
 */
public record EntrustingPage(
        Organisation organisation,
        boolean visiting,
        boolean administers,
        List<Line> left,
        int number,
        boolean more,
        String to,
        Set<UUID> chosen,
        Optional<Preview> preview,
        List<Trust> entrusted,
        int trusts,
        boolean moreTrusts,
        FormErrors errors) {

    /** One that could be. */
    public record Line(Entrustable topic, String author) {}

    /** One that was. */
    public record Trust(Entrusting it, String from, String to, String by) {
        /** It is taken back where it came from, also when it is seen where it went. */
        public String returning() {
            return "/organisations/" + it.from() + "/topics/" + it.topic() + "/return";
        }
    }

    /** What would be done: which go to whose window, and who keeps it. */
    public record Preview(List<Line> topics, String to, List<String> keepers) {}

    public boolean gone() {
        return organisation.status() == Organisation.Status.WITHDRAWN;
    }

    /** What the page is for, in the reader's case. */
    public String about() {
        if (gone()) {
            return "topic.entrusting.about.gone";
        }
        if (visiting) {
            return "topic.entrusting.about.centre";
        }
        return administers ? "topic.entrusting.about.left" : "topic.entrusting.about.own";
    }

    public String path() {
        return "/organisations/" + organisation.id() + "/topics";
    }
}
