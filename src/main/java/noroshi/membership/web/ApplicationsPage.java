package noroshi.membership.web;

import java.util.List;
import java.util.Map;
import noroshi.membership.Application;

/**
 * The applications that wait for the Centre's answer.
 *
 * @param categories the names of the categories by their codes
 */
public record ApplicationsPage(List<Application> waiting, Map<String, String> categories) {
    /** What the organisation says it is. */
    public String category(Application application) {
        return categories.getOrDefault(application.category(), application.category());
    }
}
