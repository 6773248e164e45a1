package dev.rolecall.localstack;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.ContainerErrors;
import dev.rolecall.fault.UserError;

/// What came of one request to the container.
sealed interface Sent {

    /// @param minted what the container made up: an id, or a version's number
    record Done(String minted) implements Sent {}

    /// It was not done.
    ///
    /// @param code the container's error code
    /// @param why the container's words
    record Refused(String operation, String code, String why) implements Sent {
        AwsError error() {
            return ContainerErrors.refused(operation, why);
        }
    }

    /// Nobody knows whether it was done, or nobody is there.
    sealed interface Lost extends Sent {
        /// What an AWS client is told.
        AwsError error();

        /// What a person is told.
        UserError userError();
    }

    /// @param where the container's endpoint
    record Gone(String where) implements Lost {
        @Override
        public AwsError error() {
            return ContainerErrors.gone(where);
        }

        @Override
        public UserError userError() {
            return new UserError(
                    "LocalStack at " + where + " is gone", "start it, or rolecall, again");
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
