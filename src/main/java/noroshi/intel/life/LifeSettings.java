package noroshi.intel.life;

import java.time.Duration;
import java.util.Map;
import noroshi.intel.IndicatorType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How confidence fades ({@code noroshi.indicator.*}).
 *
 * @param halfLife after how long half of a source's confidence is left, by type ({@code noroshi.indicator.half-life.ipv4=P30D})
 * @param unstated the confidence of a source that states none
 * @param least below which nobody should act on a value any more
 */
@ConfigurationProperties("noroshi.indicator")
public record LifeSettings(
        @DefaultValue Map<IndicatorType, Duration> halfLife,
        @DefaultValue("50") int unstated,
        @DefaultValue("25") int least) {
    private static final Map<IndicatorType, Duration> USUAL = Map.of(
            IndicatorType.IPV4, Duration.ofDays(30),
            IndicatorType.IPV6, Duration.ofDays(30),
            IndicatorType.URL, Duration.ofDays(30),
            IndicatorType.DOMAIN, Duration.ofDays(90),
            IndicatorType.EMAIL, Duration.ofDays(180),
            IndicatorType.FILE_NAME, Duration.ofDays(365),
            IndicatorType.MD5, Duration.ofDays(730),
            IndicatorType.SHA1, Duration.ofDays(730),
            IndicatorType.SHA256, Duration.ofDays(730),
            IndicatorType.OTHER, Duration.ofDays(90));

    public LifeSettings {
        halfLife = Map.copyOf(halfLife);
        if (halfLife.values().stream().anyMatch(each -> !each.isPositive())) {
            throw new IllegalArgumentException("noroshi.indicator.half-life must be positive");
        }
    }

    Duration halfLife(IndicatorType type) {
        return halfLife.getOrDefault(type, USUAL.getOrDefault(type, Duration.ofDays(90)));
    }
}
