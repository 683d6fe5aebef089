package noroshi.site;

import java.net.URI;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator decides about the site as a whole ({@code noroshi.*}).
 *
 * @param site names and numbers shown on every page
 * @param tz time zone of all dates shown
 * @param url public address
 */
@ConfigurationProperties("noroshi")
public record SiteSettings(
        @DefaultValue Site site,
        @DefaultValue("Asia/Tokyo") ZoneId tz,
        @DefaultValue("http://localhost:8080") URI url) {

    /**
     * Names and numbers.
     *
     * @param name of the platform
     * @param hotline the Centre's telephone number, day and night
     * @param security where to report a weakness of the platform
     */
    public record Site(
            @DefaultValue("Noroshi 狼煙") String name,
            @DefaultValue("03-0000-0000") String hotline,
            @DefaultValue("mailto:security@centre.example") String security) {}

    /** Whether the public address is encrypted. */
    public boolean encrypted() {
        return "https".equals(url.getScheme());
    }
}
