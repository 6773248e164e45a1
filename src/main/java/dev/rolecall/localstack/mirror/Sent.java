package dev.rolecall.localstack.mirror;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.ContainerErrors;
import dev.rolecall.fault.UserError;
import java.util.Set;

/// What came of one request to the container.
sealed interface Sent {

    /// @param minted what the container made up: an id, or a version's number
    record Done(String minted) implements Sent {}

    /// It was not done.
    ///
    /// @param code the container's error code
    /// @param why the container's words
    record Refused(String operation, String code, String why) implements Sent {
        /// What ours allowed and the container did not, for it has something otherwise.
        private static final Set<String> DRIFT =
                Set.of("EntityAlreadyExists", "NoSuchEntity", "DeleteConflict");

        AwsError error() {
            if (code.equals("MalformedPolicyDocument")) {
                return ContainerErrors.stricter(operation, why);
            }
            return DRIFT.contains(code)
                    ? ContainerErrors.differs(operation, why)
                    : ContainerErrors.refused(operation, why);
        }
    }

    /// Nobody knows whether it was done, or nobody is there.
    sealed interface Lost extends Sent {
        /// What an AWS client is told.
        AwsError error();

        /// The same where a part of what was to be done is done already.
        default AwsError errorHalfWay() {
            return error();
        }

        /// What a person is told.
        UserError userError();
    }

    /// Nobody listens there, so nothing was sent.
    ///
    /// @param where the container's endpoint
    record Gone(String where) implements Lost {
        @Override
        public AwsError error() {
            return ContainerErrors.gone(where);
        }

        @Override
        public AwsError errorHalfWay() {
            return ContainerErrors.halfWay(where);
        }

        @Override
        public UserError userError() {
            return new UserError(
                    "LocalStack at " + where + " is gone", "start it, or rolecall, again");
        }
    }

    /// It was sent, and the connection ended before all of the answer was there.
    record Broken(String where) implements Lost {
        @Override
        public AwsError error() {
            return ContainerErrors.lost(where);
        }

        @Override
        public UserError userError() {
            return new UserError(
                    "LocalStack at " + where + " broke the connection off",
                    "see whether it stopped, and try again");
        }
    }

    /// It was sent, and whoever was to answer ended.
    record Ended(String where) implements Lost {
        @Override
        public AwsError error() {
            return ContainerErrors.ended(where);
        }

        @Override
        public UserError userError() {
            return new Gone(where).userError();
        }
    }

    /// An earlier request got no answer, and nobody answers now, so nothing was sent.
    record StillSilent(String where) implements Lost {
        @Override
        public AwsError error() {
            return ContainerErrors.stillSilent(where);
        }

        @Override
        public AwsError errorHalfWay() {
            return ContainerErrors.halfWay(where);
        }

        @Override
        public UserError userError() {
            return new UserError(
                    "LocalStack at " + where + " still does not answer",
                    "see whether it is paused or overloaded");
        }
    }

    record Silent(String where, long seconds) implements Lost {
        @Override
        public AwsError error() {
            return ContainerErrors.silent(where, seconds);
        }

        @Override
        public UserError userError() {
            return new UserError(
                    "LocalStack at " + where + " did not answer for " + seconds + " s",
                    "see whether it is paused or overloaded");
        }
    }
}
