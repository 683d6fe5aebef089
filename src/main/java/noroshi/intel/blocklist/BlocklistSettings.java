package noroshi.intel.blocklist;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Clocks of block lists ({@code noroshi.blocklist.*}).
 *
 * @param registerWithin how soon a recipient says what became of a list
 * @param letGoWithin how soon it confirms that what was taken back is blocked no longer
 */
@ConfigurationProperties("noroshi.blocklist")
record BlocklistSettings(
        @DefaultValue("PT24H") Duration registerWithin,
        @DefaultValue("PT8H") Duration letGoWithin) {}
