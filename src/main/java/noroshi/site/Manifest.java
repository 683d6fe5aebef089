package noroshi.site;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The web application manifest. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Manifest(String name, String shortName, String startUrl, String display, List<Icon> icons) {
    /** One icon. */
    record Icon(String src, String sizes, String type) {}
}
