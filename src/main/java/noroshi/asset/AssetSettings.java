package noroshi.asset;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the register.
 *
 * @param validFor how long an approval holds
 * @param renewFrom how long before its end it may be renewed
 * @param tellBefore how long before its end its organisation is told
 */
@ConfigurationProperties("noroshi.asset")
public record AssetSettings(
        @DefaultValue("P365D") Duration validFor,
        @DefaultValue("P60D") Duration renewFrom,
        @DefaultValue("P30D") Duration tellBefore) {}
