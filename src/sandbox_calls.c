/*
 * System calls that are refused, with EPERM, by a filter of the kernel's
 * (seccomp). Whatever is not named here goes through: a list of all that
 * libraries may ever call would be wrong on the next system.
 */
#include "sandbox_parts.h"

#if defined(__linux__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#include <linux/audit.h>
#if defined(__x86_64__) && !defined(__ILP32__)
#define PROCESSOR AUDIT_ARCH_X86_64
#elif defined(__aarch64__) && !defined(__ILP32__)
#define PROCESSOR AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define PROCESSOR AUDIT_ARCH_RISCV64
#endif
#endif

#ifdef PROCESSOR

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ---- THE table ---------------------------------------------------------- */

/* From 424 on a call has the same number on every processor; those that
 * headers may be too old for stand here by number. */
enum {
	PIDFD_SEND_SIGNAL = 424,
	IO_URING_SETUP,
	IO_URING_ENTER,
	IO_URING_REGISTER,
	OPEN_TREE,
	MOVE_MOUNT,
	FSOPEN,
	FSCONFIG,
	FSMOUNT,
	FSPICK,
	PIDFD_OPEN,
	CLONE3,
	PIDFD_GETFD = 438,
	PROCESS_MADVISE = 440,
	MOUNT_SETATTR = 442,
	MEMFD_SECRET = 447,
	FCHMODAT2 = 452,
	SETXATTRAT = 463,
	REMOVEXATTRAT = 466,
};

static const int no_command_needs[] = {
	/* the network, also within this machine */
	SYS_socket,
	SYS_socketpair,
	SYS_connect,
	SYS_bind,
	SYS_listen,
	SYS_accept,
	SYS_accept4,
	/* other programs and other processes */
	SYS_execve,
	SYS_execveat,
	SYS_clone,
	CLONE3,
	SYS_ptrace,
	SYS_process_vm_readv,
	SYS_process_vm_writev,
	SYS_kcmp,
	PIDFD_OPEN,
	PIDFD_GETFD,
	PIDFD_SEND_SIGNAL,
	PROCESS_MADVISE,
	SYS_setpriority,
	SYS_prlimit64,
	MEMFD_SECRET,
	/* the kernel itself, and where its mistakes have been */
	SYS_bpf,
	IO_URING_SETUP,
	IO_URING_ENTER,
	IO_URING_REGISTER,
	SYS_perf_event_open,
	SYS_userfaultfd,
	SYS_keyctl,
	SYS_add_key,
	SYS_request_key,
	SYS_init_module,
	SYS_finit_module,
	SYS_delete_module,
	SYS_kexec_load,
	SYS_reboot,
	SYS_syslog,
	SYS_quotactl,
	SYS_acct,
	SYS_swapon,
	SYS_swapoff,
	SYS_personality,
	SYS_settimeofday,
	SYS_clock_settime,
	SYS_clock_adjtime,
	SYS_adjtimex,
	SYS_sethostname,
	SYS_setdomainname,
	/* other views of the files */
	SYS_mount,
	SYS_umount2,
	SYS_pivot_root,
	SYS_chroot,
	SYS_unshare,
	SYS_setns,
	SYS_name_to_handle_at,
	SYS_open_by_handle_at,
	OPEN_TREE,
	MOVE_MOUNT,
	FSOPEN,
	FSCONFIG,
	FSMOUNT,
	FSPICK,
	MOUNT_SETATTR,
	SYS_fanotify_init,
	/* mail between processes */
	SYS_mq_open,
	SYS_msgget,
	SYS_semget,
	SYS_shmget,
#ifdef __x86_64__
	SYS_fork,
	SYS_vfork,
	SYS_iopl,
	SYS_ioperm,
	SYS_modify_ldt,
	SYS_kexec_file_load,
#endif
};

/* Landlock sees to contents and names, not to these. */
static const int by_name_alone[] = {
	SYS_truncate,
	SYS_fchmodat,
	FCHMODAT2,
	SYS_fchownat,
	SYS_utimensat,
	SYS_setxattr,
	SYS_lsetxattr,
	SYS_removexattr,
	SYS_lremovexattr,
	SETXATTRAT,
	REMOVEXATTRAT,
	SYS_kill,
#ifdef __x86_64__
	SYS_chmod,
	SYS_chown,
	SYS_lchown,
	SYS_utime,
	SYS_utimes,
	SYS_futimesat,
#endif
};

/* Keys typed in our name into the shell that started us. */
static const unsigned requests[] = {TIOCSTI, TIOCLINUX};

#define COUNT(array) ((int)(sizeof(array) / sizeof(*(array))))

/* ---- the filter --------------------------------------------------------- */

/* The kernel runs it once for each of its calls as it takes it, to know those
 * that are always let through: a tree is five times as quick as a list. */
enum {
	CALLS = COUNT(no_command_needs) + COUNT(by_name_alone),
	REFUSE = 255, /* a jump to the last instruction, once that is known */
	LEAF = 3,     /* calls that are looked at one by one */
	FOREIGN = 0x40000000,  /* x86's calls of another kind, from here on */
	MOST = 2 * CALLS + 14, /* a leaf has two calls or more */
};
_Static_assert(MOST <= REFUSE, "a jump reaches 255 instructions");

struct filter {
	struct sock_filter code[MOST];
	unsigned short length;
};

static void put(struct filter *filter, unsigned short code, unsigned value,
	int when, int otherwise)
{
	filter->code[filter->length++] = (struct sock_filter){.code = code,
		.jt = (unsigned char)when,
		.jf = (unsigned char)otherwise,
		.k = value};
}

static void load(struct filter *filter, size_t offset)
{
	put(filter, BPF_LD | BPF_W | BPF_ABS, (unsigned)offset, 0, 0);
}

static void is(struct filter *filter, unsigned value, int when, int otherwise)
{
	put(filter, BPF_JMP | BPF_JEQ | BPF_K, value, when, otherwise);
}

static void from(struct filter *filter, unsigned value, int when)
{
	put(filter, BPF_JMP | BPF_JGE | BPF_K, value, when, 0);
}

static void end(struct filter *filter, unsigned answer)
{
	put(filter, BPF_RET | BPF_K, answer, 0, 0);
}

/* Calls in order: refuse these, and let all others through. */
static void refuse(struct filter *filter, const int *calls, int count)
{
	int fork = filter->length, half = count / 2;

	if (count <= LEAF) {
		for (int i = 0; i < count; i++)
			is(filter, (unsigned)calls[i], REFUSE, 0);
		end(filter, SECCOMP_RET_ALLOW);
		return;
	}
	from(filter, (unsigned)calls[half], 0);
	refuse(filter, calls, half);
	filter->code[fork].jt = (unsigned char)(filter->length - fork - 1);
	refuse(filter, calls + half, count - half);
}

static void refuse_requests(struct filter *filter)
{
	const int count = COUNT(requests);

	is(filter, SYS_ioctl, 0, count + 2);
	load(filter, offsetof(struct seccomp_data, args[1]));
	for (int i = 0; i < count; i++)
		is(filter, requests[i], REFUSE, 0);
	end(filter, SECCOMP_RET_ALLOW);
}

static void aim_jumps(struct filter *filter)
{
	int last = filter->length - 1;

	for (int i = 0; i < last; i++)
		if (filter->code[i].jt == REFUSE)
			filter->code[i].jt = (unsigned char)(last - i - 1);
}

static void make(struct filter *filter, const int *calls, int count)
{
	load(filter, offsetof(struct seccomp_data, arch));
	is(filter, PROCESSOR, 1, 0);
	end(filter, SECCOMP_RET_ERRNO | EPERM);
	load(filter, offsetof(struct seccomp_data, nr));
	from(filter, FOREIGN, REFUSE);
	refuse_requests(filter);
	refuse(filter, calls, count);
	end(filter, SECCOMP_RET_ERRNO | EPERM);
	aim_jumps(filter);
}

static int by_number(const void *left, const void *right)
{
	const int *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

/* Old kernels would slow down all our arithmetic unless told not to: nothing
 * of ours runs foreign code beside secrets. */
int calls_refuse(bool files_known)
{
	int calls[CALLS], count = COUNT(no_command_needs);
	struct filter filter = {.length = 0};
	struct sock_fprog program = {.filter = filter.code};

	memcpy(calls, no_command_needs, sizeof(no_command_needs));
	if (files_known) {
		memcpy(calls + count, by_name_alone, sizeof(by_name_alone));
		count = CALLS;
	}
	qsort(calls, (size_t)count, sizeof(*calls), by_number);
	make(&filter, calls, count);
	program.len = filter.length;
	return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
		       SECCOMP_FILTER_FLAG_SPEC_ALLOW, &program)
		       ? 0
		       : count;
}

#else

int calls_refuse(bool files_known)
{
	(void)files_known;
	return 0;
}

#endif
