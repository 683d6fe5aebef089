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
 * @param noHoldsFor how long the Centre's no sends proofs of the same to the Centre
 * @param proof how owners prove control
 */
@ConfigurationProperties("noroshi.asset")
public record AssetSettings(
        @DefaultValue("P365D") Duration validFor,
        @DefaultValue("P60D") Duration renewFrom,
        @DefaultValue("P30D") Duration tellBefore,
        @DefaultValue("P365D") Duration noHoldsFor,
        @DefaultValue Proof proof) {
    /**
     * Proof of control. It asks machines outside, and of nothing that no owner asked to be looked up.
     *
     * @param enabled whether it is offered at all
     * @param resolver name server that is asked, with its port; those of this machine, if empty
     * @param internal addresses of internal networks that may be called nevertheless, with commas between
     * @param patience how long a web server may take
     * @param goesOn how long after it was begun it is looked for
     */
    public record Proof(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("") String resolver,
            @DefaultValue("") String internal,
            @DefaultValue("PT10S") Duration patience,
            @DefaultValue("P14D") Duration goesOn) {}
}
