/// The errors: what AWS answers ([AwsError]) and what the person can mend ([UserError]).
@NullMarked
package dev.rolecall.fault;

import org.jspecify.annotations.NullMarked;
