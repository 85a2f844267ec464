package io.hcpnbridge.pull;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.format.UnfitValueException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** Cuts the name of a pull for the ERP's column of batch numbers, which must also hold the period. */
final class FittingPull {
    private FittingPull() {}

    /** @throws InvalidConfigurationException if another column of the header does not hold what it must */
    static Pull of(Pull pull, InterfaceMapping mapping) {
        for (var cut = pull;
                ;
                cut = cut.named(cut.shortName().substring(0, cut.shortName().length() - 1))) {
            var misfit = misfit(cut, mapping);
            if (misfit.isEmpty()) {
                return cut;
            }
            if (!misfit.get().field().endsWith("batchNumber") || cut.shortName().length() == 1) {
                throw new InvalidConfigurationException(
                        "pulls." + pull.name(),
                        "does not fit: " + misfit.get().field() + " "
                                + misfit.get().rule());
            }
        }
    }

    private static Optional<UnfitValueException> misfit(Pull pull, InterfaceMapping mapping) {
        for (var tenant : pull.tenants()) {
            var period = pull.of(tenant, pull.unit().endedBy(Instant.EPOCH));
            try (var writer = mapping.format(Form.FILE).answer(OutputStream.nullOutputStream())) {
                writer.write("header", PullInput.header(pull, period, Instant.EPOCH));
            } catch (UnfitValueException e) {
                return Optional.of(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.empty();
    }
}
