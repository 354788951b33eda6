# The odds in R, as bench_odds_peers.py has them in numpy; see there.
#
#	Rscript bench_odds_peers.R SEED SCENARIOS <TABLE
#
# Each line of the table is a figure of the session (owner 0) or of an option:
# owner, key and a word, or owner, key, kind, low, high, least and most.

Z <- 1.6448536269514722 # the normal quantile of 0.95
BLOCK <- 16384          # columns that fit a cache

read_figures <- function() {
	table <- read.delim(file("stdin"), header = FALSE, quote = "",
		fill = TRUE, colClasses = "character", col.names = c("owner",
		"key", "kind", "low", "high", "least", "most"))
	lapply(split(table, as.integer(table$owner)), function(rows) {
		figures <- lapply(seq_len(nrow(rows)), function(i) {
			row <- rows[i, ]
			if (row$low == "")
				return(row$kind)
			list(kind = row$kind, low = as.numeric(row$low),
				high = as.numeric(row$high),
				least = as.numeric(row$least),
				most = as.numeric(row$most))
		})
		setNames(figures, rows$key)
	})
}

# The figure at standard normal deviates; a number where it is one.
value_at <- function(figure, deviates) {
	if (is.character(figure))
		return(figure)
	low <- figure$low
	high <- figure$high
	if (low == high)
		return(low)
	to <- back <- identity
	if (figure$kind == "positive" && low > 0) {
		to <- log
		back <- exp
	} else if (figure$kind == "fraction" && low > 0 && high < 1) {
		to <- qlogis
		back <- plogis
	}
	middle <- (to(low) + to(high)) / 2
	value <- back(middle + (to(high) - to(low)) / 2 / Z * deviates())
	pmin.int(pmax.int(value, figure$least), figure$most)
}

share <- function(x) pmin.int(pmax.int(x, 0), 1)

# What each month costs in which the option serves: a list of columns.
running <- function(s, o, requests) {
	tuned <- o$adaptation == "tune"
	prefix <- s$instruction_tokens * o$instruction_share
	cached <- prefix * s$cache_hit_rate
	fresh <- prefix - cached
	payload <- s$payload_tokens + o$retrieval_tokens
	output <- s$output_tokens + o$reasoning_tokens
	calls <- 1 / (1 - o$retry_rate)
	hours <- o$ops_hours + s$changes_per_year / 12 * o$change_hours
	if (tuned)
		hours <- hours + (s$monitoring_hours + s$versioning_hours +
			s$tracking_hours + s$hiring_hours)
	if (o$serving == "api") {
		money <- payload * o$input_price +
			fresh * o$cache_write_price +
			cached * o$cached_input_price + output * o$output_price
		call <- calls * money / 1e6 *
			(1 - s$batch_share * o$batch_discount)
	} else {
		peak <- 1 + (o$peak_to_average - 1) * (1 - s$batch_share)
		load <- calls * ((fresh + payload) / o$prefill_tokens_per_s +
			output / o$decode_tokens_per_s) / 2628000
		load <- load * peak / o$utilisation
		replica <- o$gpus_per_replica * o$gpu_price_per_hour * 730
	}
	people <- hours * s$engineer_rate
	retrieval <- calls * o$retrieval_cost_per_1k / 1000
	prices <- 1
	cheaper <- (1 - o$price_decline_per_year)^(1 / 12)
	failing <- 1 - o$pass_rate
	worse <- (1 + o$failure_change_per_year)^(1 / 12)
	months <- vector("list", length(requests))
	for (t in seq_along(requests)) {
		v <- requests[[t]]
		if (o$serving == "api")
			bill <- v * (call * prices) +
				o$hosting_per_hour * 730 * prices
		else
			bill <- pmax.int(ceiling(v * load - 1e-9),
				o$min_replicas) * (replica * prices)
		failures <- v * (pmin.int(failing, 1) * s$failure_cost)
		months[[t]] <- bill + v * retrieval + people + failures
		prices <- prices * cheaper
		failing <- failing * worse
	}
	months
}

# How much of its successor a model pays for in a month of its age.
accrued <- function(age, life) {
	if (all(life > 0)) share(age - life) / life else 0
}

# The present value; own, incumbent: what the months cost with either.
total <- function(s, o, own, incumbent) {
	tuned <- o$adaptation == "tune"
	live <- if (o$name == s$incumbent) 0 else o$live_after_months
	data <- o$curation_hours * s$engineer_rate + o$labels * o$label_cost
	run <- o$training_mtok * o$training_price +
		o$training_hours * o$training_per_hour
	anew <- o$refresh_share * data
	testing <- o$retrain_eval_hours * s$engineer_rate
	retraining <- anew + run + testing + o$retrain_hours * s$engineer_rate
	migration <- o$migration_hours * s$engineer_rate + testing +
		tuned * (anew + o$training_runs * run)
	pv <- (o$setup_hours + o$eval_hours) * s$engineer_rate + data +
		o$training_runs * run
	for (t in seq_along(own)) {
		cost <- own[[t]]
		retrainings <- accrued(t - live, o$retrain_every_months)
		waiting <- share(live - (t - 1))
		if (any(waiting > 0))
			cost <- (1 - waiting) * cost + waiting * incumbent[[t]]
		if (tuned)
			retrainings <- retrainings +
				(1 - waiting) * s$changes_per_year / 12
		pv <- pv + (1 + s$discount_rate)^(-t / 12) * (cost +
			retrainings * retraining +
			accrued(t, o$base_life_months) * migration)
	}
	pv
}

feasible <- function(s, o) {
	latency <- o$network_ms + o$first_token_ms + 1000 *
		(s$output_tokens + o$reasoning_tokens) / o$output_tokens_per_s
	o$pass_rate >= s$bar & latency <= s$budget_ms
}

# The total of each option, and whether it will do.
work <- function(figures, deviates) {
	drawn <- lapply(figures, lapply, value_at, deviates)
	s <- drawn[[1]]
	options <- drawn[-1]
	requests <- list(s$requests_per_month)
	for (t in seq_len(s$horizon_months - 1))
		requests[[t + 1]] <- requests[[t]] * (1 + s$growth_per_month)
	months <- lapply(options, function(o) running(s, o, requests))
	names(months) <- sapply(options, function(o) o$name)
	list(total = lapply(options, function(o)
			total(s, o, months[[o$name]], months[[s$incumbent]])),
		feasible = lapply(options, function(o) feasible(s, o)))
}

# Of those that will do, all figures at their medians.
cheapest <- function(figures, adaptation) {
	base <- work(figures, function() 0)
	able <- unlist(base$feasible) & sapply(figures[-1],
		function(option) option$adaptation) == adaptation
	which.min(ifelse(able, unlist(base$total), Inf))
}

# Scenarios a second, and the odds.
work_out <- function(figures, seed, count) {
	baseline <- cheapest(figures, "prompt")
	tuned <- cheapest(figures, "tune")
	set.seed(seed)
	begun <- proc.time()[["elapsed"]]
	totals <- matrix(0, count, length(figures) - 1)
	will_do <- matrix(FALSE, count, length(figures) - 1)
	for (at in seq(0, count - 1, BLOCK)) {
		size <- min(BLOCK, count - at)
		columns <- work(figures, function() rnorm(size))
		for (i in seq_along(columns$total)) {
			totals[at + seq_len(size), i] <- columns$total[[i]]
			will_do[at + seq_len(size), i] <- columns$feasible[[i]]
		}
	}
	net <- totals[, baseline] - totals[, tuned]
	ends <- quantile(net, c(0.05, 0.5, 0.95), names = FALSE)
	for (i in seq_len(ncol(totals))) # as we do; not shown
		quantile(totals[, i], c(0.05, 0.5, 0.95), names = FALSE)
	odds <- c(p_net_positive = mean(net > 0),
		p_pays = mean(net > 0 & will_do[, tuned]),
		net_mean = mean(net),
		net_p05 = ends[1], net_p50 = ends[2], net_p95 = ends[3],
		total_mean = colMeans(totals), p_feasible = colMeans(will_do))
	list(rate = count / (proc.time()[["elapsed"]] - begun), odds = odds)
}

arguments <- as.numeric(commandArgs(trailingOnly = TRUE))
figures <- read_figures()
for (round in 1:2) # the first warms up, as in bench-odds
	out <- work_out(figures, arguments[1], arguments[2])
cat(sprintf("R %.6fM scenarios/s\n", out$rate / 1e6))
cat(sprintf("odds %s %.17g\n", names(out$odds), out$odds), sep = "")
