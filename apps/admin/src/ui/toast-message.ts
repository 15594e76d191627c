export type ToastType = 'done' | 'failed' | 'info' | 'warned';
type ToastAction = { label: string; onClick: () => void };
/** What a toast may have besides its title. */
export type ToastExtra = { description?: string; action?: ToastAction; onClose?: () => void };

/** One toast, as it is handed to the component that shows it. */
export type ToastMessage = ToastExtra & { type: ToastType; title: string };
