package io.hcpnbridge.erp.sftp;

import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;

/** What a failed login means, in a sentence. */
final class LoginFailure {
    private LoginFailure() {}

    static String sentence(JSchException failure, String username) {
        if (failure instanceof JSchAlgoNegoFailException algorithms) {
            return mismatch(algorithms);
        }
        if (isRefused(failure)) {
            return "the login " + username + " is refused: " + failure.getMessage();
        }
        if (isStranger(failure)) {
            return "its host key is not the one in erp.sftp.known-hosts-file: " + failure.getMessage();
        }
        if (failure.getCause() instanceof UnknownHostException) {
            return "its name is not known: " + failure.getCause().getMessage();
        }
        if (failure.getCause() instanceof ConnectException refused) {
            return "cannot be reached: " + refused.getMessage();
        }
        return "cannot be reached: " + failure.getMessage();
    }

    private static String mismatch(JSchAlgoNegoFailException failure) {
        var offered = failure.getServerProposal();
        var wayOut = LegacyAlgorithms.areAmong(offered)
                ? "; erp.sftp.legacy-algorithms=true allows old ones, better is a newer server"
                : "";
        return "there is no common algorithm for " + failure.getAlgorithmName() + ": it offers " + offered
                + " and the adapter " + failure.getJSchProposal() + wayOut;
    }

    /** Whether trying again at once is of no use, and may lock the login. */
    static boolean isLasting(JSchException failure) {
        return failure instanceof JSchAlgoNegoFailException || isRefused(failure) || isStranger(failure);
    }

    private static boolean isRefused(JSchException failure) {
        return text(failure).startsWith("auth ") || text(failure).contains("userauth fail");
    }

    private static boolean isStranger(JSchException failure) {
        return text(failure).contains("hostkey");
    }

    private static String text(JSchException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    }
}
